package io.emotion4j.server;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.emotion4j.output.FaceJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes over the wire, as records. Jackson writes the answers from them, and the OpenAPI document is made from them. */
final class Contract {

    private Contract() {}

    record Problem(String error) {}

    /** One face of {@code POST /emotion}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record FoundFace(
            @JsonPropertyDescription("x, y, width, height in pixels")
            List<Integer> boundingBox,

            String emotion,
            BigDecimal confidence) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Summary(
            @JsonPropertyDescription("as the model's card says; null where it has no such figure") @Nullable
            Double accuracy,

            List<String> classes,

            @JsonPropertyDescription("null: the models do not say when they were made") @Nullable
            String createdAt,

            String dataset,
            String framework,

            @JsonPropertyDescription("of one picture, the batch first")
            List<Long> inputShape,

            String name,
            List<Long> outputShape,

            @JsonPropertyDescription("as the model's card says; null where it has no such figure") @Nullable
            Double precision,

            String version) {}

    /** Of {@code POST /inference}. */
    record Inference(String prediction) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Health(
            String status,
            boolean modelLoaded,
            boolean faceCascadeLoaded,
            String modelType,
            List<String> emotionClasses,
            String engine,
            String device,
            String detector,
            String version) {}

    record Readiness(
            boolean ready,

            @JsonPropertyDescription("requests that wait for their analysis")
            int queue) {}

    /** Of {@code GET /limits}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Limits(
            @JsonPropertyDescription("of a request") int maxBytes,

            @JsonPropertyDescription("width times height of a picture")
            long maxPixels,

            @JsonPropertyDescription("most faces of an answer; null for no limit") @Nullable
            Integer maxFaces,

            @JsonPropertyDescription(
                    "ids that /predict takes as ?classifier=; the first is the one in use where none is named")
            List<String> classifiers) {}

    record ImageRequest(
            @JsonPropertyDescription("data:image/jpeg;base64,... or bare base64")
            String image) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record FrameRequest(
            @JsonPropertyDescription("data:image/jpeg;base64,... or bare base64")
            String frame,

            @JsonPropertyDescription("frames with the same id are smoothed over time; up to 100 characters") @Nullable
            String streamId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record PredictedFaces(boolean success, int facesDetected, List<PredictedFace> results) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record PredictedFace(
            Coordinates faceCoordinates,
            String predictedEmotion,
            BigDecimal confidence,
            Map<String, BigDecimal> emotionDistribution) {}

    record Coordinates(int x, int y, int width, int height) {}

    record NoFace(boolean success, String message) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record StreamedFace(
            boolean success,
            String emotion,
            BigDecimal confidence,
            int facesDetected,
            Map<String, BigDecimal> emotionDistribution) {}

    /** Of {@code POST /explain}. */
    record Explanation(
            FaceJson.Box box,
            String emotion,

            @JsonPropertyDescription("its probability, 0 to 1")
            BigDecimal score,

            @JsonPropertyDescription("cells of the map from left to right")
            int columns,

            @JsonPropertyDescription("cells of the map from top to bottom")
            int rows,

            @JsonPropertyDescription(
                    "a number a cell, row by row: the score less that with a patch about the cell's centre"
                            + " covered; below 0 where covering raises it")
            List<BigDecimal> drops,

            @JsonPropertyDescription("the face as the network gets it, over which the map lies: a data URL of a PNG")
            String crop) {}

    /** Of {@code GET /model}. */
    record Models(ModelCard classifier, ModelCard detector) {}

    record ModelCard(
            String id,
            String version,
            String license,
            String trainingData,
            String source,
            List<String> labels,
            Map<String, Double> metrics,

            @JsonPropertyDescription("Markdown; null where the model has no card") @Nullable
            String card,

            @JsonPropertyDescription("what evaluate-classifier found; null where the model brings none") @Nullable
            JsonNode evaluation) {}
}
