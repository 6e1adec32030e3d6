/** Decoders of the outputs that common detectors of faces have. */
@NullMarked
package io.emotion4j.internal.detectors;

import org.jspecify.annotations.NullMarked;
