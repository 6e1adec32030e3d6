/**
 * What others add to the library, found with {@link java.util.ServiceLoader}. An engine is an {@link io.emotion4j.spi.Engine};
 * pre- and post-processing are not its business. Detectors and classifiers without a network of ours behind them are a {@link
 * io.emotion4j.spi.FaceDetectorProvider} and an {@link io.emotion4j.spi.EmotionClassifierProvider}. A detector whose network has
 * outputs of another form is an {@link io.emotion4j.decoder.FaceDecoder}.
 */
@NullMarked
package io.emotion4j.spi;

import org.jspecify.annotations.NullMarked;
