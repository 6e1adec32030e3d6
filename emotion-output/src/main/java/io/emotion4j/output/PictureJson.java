package io.emotion4j.output;

import io.emotion4j.Analysis;
import io.emotion4j.Timings;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An analyzed picture in JSON: what {@code ./emotion4j --format json} prints and the server answers. A component is a field, in
 * this order. {@link JsonText} writes it; so does Jackson 2 or 3 as it comes.
 *
 * @param file the picture's name
 * @param width in pixels
 * @param height in pixels
 * @param engine such as {@code onnx}
 * @param detector id of the detector's model; null where the picture was taken for a face
 * @param classifier id of the classifier's model
 * @param millis what took how long
 * @param faces the most confident first
 * @since 0.1.0
 */
public record PictureJson(
        String file,
        int width,
        int height,
        String engine,
        @Nullable String detector,
        String classifier,
        Millis millis,
        List<FaceJson> faces) {

    /**
     * What took how long, in milliseconds.
     *
     * @param decode the picture
     * @param detect the faces
     * @param classify all of them
     */
    public record Millis(BigDecimal decode, BigDecimal detect, BigDecimal classify) {

        private static Millis of(Timings timings) {
            return new Millis(
                    Decimals.millis(timings.decode()),
                    Decimals.millis(timings.detect()),
                    Decimals.millis(timings.classify()));
        }
    }

    /**
     * A picture that failed has {@code error} in place of what was found.
     *
     * @param file the picture's name
     * @param engine such as {@code onnx}
     * @param detector id of the detector's model; null where pictures are taken for faces
     * @param classifier id of the classifier's model
     * @param error why it failed
     */
    public record Failed(
            String file, String engine, @Nullable String detector, String classifier, String error) {}

    /**
     * An analysis in JSON.
     *
     * @param file what to call the picture
     * @param analysis what was found
     * @return its form in JSON
     */
    public static PictureJson of(String file, Analysis analysis) {
        return new PictureJson(
                file,
                analysis.width(),
                analysis.height(),
                analysis.engine(),
                analysis.detector(),
                analysis.classifier(),
                Millis.of(analysis.millis()),
                analysis.faces().stream().map(FaceJson::of).toList());
    }
}
