/**
 * The tests that every backend must pass: extend {@link io.emotion4j.testkit.EngineContract} in the backend's own tests.
 */
open module io.emotion4j.testkit {
    requires transitive io.emotion4j.api;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static org.jspecify;

    exports io.emotion4j.testkit;

    uses io.emotion4j.decoder.FaceDecoder;
    uses io.emotion4j.spi.Engine;
    uses io.emotion4j.spi.PictureDecoder;
}
