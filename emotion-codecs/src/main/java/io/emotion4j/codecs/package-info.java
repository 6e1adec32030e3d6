/** Native decoders of pictures. */
@NullMarked
package io.emotion4j.codecs;

import org.jspecify.annotations.NullMarked;
