/**
 * Where things lie: between the pixels of a network's input and those of the picture, in continuous coordinates where
 * the first pixel covers 0 to 1 and its centre is at 0.5.
 */
@NullMarked
package io.emotion4j.internal.geometry;

import org.jspecify.annotations.NullMarked;
