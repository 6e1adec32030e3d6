/**
 * Finds the faces in a picture and says which facial expression each shows. Start at {@link
 * io.emotion4j.EmotionAnalyzer}.
 */
@NullMarked
package io.emotion4j;

import org.jspecify.annotations.NullMarked;
