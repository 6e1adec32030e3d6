/** How good a detector is: average precision, by face size, landmarks, and faces where there are none. */
@NullMarked
package io.emotion4j.evaluation.detector;

import org.jspecify.annotations.NullMarked;
