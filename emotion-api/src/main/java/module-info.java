/**
 * Finds the faces in a picture and says which facial expression each shows.
 *
 * <p>Engines are found with {@link java.util.ServiceLoader}; add one of the backends, for example
 * {@code io.emotion4j:emotion-onnx}, and the shipped models, {@code io.emotion4j:emotion-models}.
 */
@SuppressWarnings("module") // The trainer is built later than this module.
module io.emotion4j.api {
    // Pictures may be given as BufferedImage.
    requires transitive java.desktop;
    requires static transitive org.jspecify;

    exports io.emotion4j;
    exports io.emotion4j.decoder;
    exports io.emotion4j.model;
    exports io.emotion4j.spi;
    exports io.emotion4j.internal.natives to
            io.emotion4j.onnx,
            io.emotion4j.djl,
            io.emotion4j.codecs,
            io.emotion4j.opencv;
    exports io.emotion4j.internal.call to
            io.emotion4j.onnx;
    exports io.emotion4j.internal.haar to
            io.emotion4j.opencv;
    exports io.emotion4j.internal.files to
            io.emotion4j.output,
            io.emotion4j.evaluation,
            io.emotion4j.training,
            io.emotion4j.video,
            io.emotion4j.cli;
    exports io.emotion4j.internal.gray to
            io.emotion4j.evaluation;
    exports io.emotion4j.internal.resize to
            io.emotion4j.evaluation;
    exports io.emotion4j.internal.parallel to
            io.emotion4j.evaluation,
            io.emotion4j.training,
            io.emotion4j.video,
            io.emotion4j.cli;
    // The trainer makes its inputs and reads its outputs with the very code that users run.
    exports io.emotion4j.internal.geometry to
            io.emotion4j.training;
    exports io.emotion4j.internal.tensor to
            io.emotion4j.training;
    exports io.emotion4j.internal.yunet to
            io.emotion4j.training;

    uses io.emotion4j.decoder.FaceDecoder;
    uses io.emotion4j.spi.EmotionClassifierProvider;
    uses io.emotion4j.spi.Engine;
    uses io.emotion4j.spi.FaceDetectorProvider;
    uses io.emotion4j.spi.PictureDecoder;
    uses javax.imageio.spi.ImageReaderSpi;

    provides io.emotion4j.decoder.FaceDecoder with
            io.emotion4j.internal.detectors.BlazeFaceDecoder,
            io.emotion4j.internal.detectors.ScrfdDecoder,
            io.emotion4j.internal.detectors.RetinaFaceDecoder,
            io.emotion4j.internal.detectors.UltraFaceDecoder,
            io.emotion4j.internal.detectors.YoloFaceDecoder,
            io.emotion4j.internal.yunet.YuNetDecoder;
}
