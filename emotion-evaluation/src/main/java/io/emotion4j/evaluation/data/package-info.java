/** Labelled pictures as people have them on disk. */
@NullMarked
package io.emotion4j.evaluation.data;

import org.jspecify.annotations.NullMarked;
