/** From the bytes of a picture file to upright RGB pixels, and the way to those pixels for the rest of the module. */
@NullMarked
package io.emotion4j.internal.image;

import org.jspecify.annotations.NullMarked;
