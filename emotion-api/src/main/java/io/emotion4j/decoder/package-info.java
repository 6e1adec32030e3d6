/**
 * Detectors whose networks have outputs of another form: a {@link io.emotion4j.decoder.FaceDecoder} reads them.
 */
@NullMarked
package io.emotion4j.decoder;

import org.jspecify.annotations.NullMarked;
