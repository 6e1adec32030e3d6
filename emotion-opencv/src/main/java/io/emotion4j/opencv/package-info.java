/** Face detectors by OpenCV. */
@NullMarked
package io.emotion4j.opencv;

import org.jspecify.annotations.NullMarked;
