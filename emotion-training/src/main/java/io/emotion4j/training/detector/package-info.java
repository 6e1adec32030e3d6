/** Training of the face detector. */
@NullMarked
package io.emotion4j.training.detector;

import org.jspecify.annotations.NullMarked;
