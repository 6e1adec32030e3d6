/**
 * From the pixels of a picture to the floats of a network's input, in one pass without a picture in between.
 *
 * <p>How a pixel of the output is made, for detection, classification and training alike: it is the mean of the source
 * over the pixel's footprint, but never over less than one source pixel. Up to 1:1 that is plain bilinear
 * interpolation; where the source is shrunk it is area averaging, so that nothing aliases: a face of 1000 pixels
 * becomes 48 as smoothly as one of 100.
 */
@NullMarked
package io.emotion4j.internal.tensor;

import org.jspecify.annotations.NullMarked;
