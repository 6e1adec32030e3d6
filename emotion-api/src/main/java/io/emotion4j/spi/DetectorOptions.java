package io.emotion4j.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a detector is opened with. Immutable.
 *
 * @param engine device and threads
 * @param detectionSize longest side, in pixels, of the picture that the network sees; larger finds smaller faces and
 *     takes longer. Null: the model's own size, else {@value #DEFAULT_DETECTION_SIZE}
 * @param scoreThreshold least confidence of a face that is reported, 0 to 1; null: the model's own
 * @param nmsThreshold most IoU of two faces that are both reported, 0 to 1; null: the model's own
 * @param minFaceSize faces whose longer side is shorter, in pixels of the picture, are not reported
 * @param maxFaces at most so many faces, the most confident ones
 */
public record DetectorOptions(
        EngineOptions engine,
        @Nullable Integer detectionSize,
        @Nullable Float scoreThreshold,
        @Nullable Float nmsThreshold,
        int minFaceSize,
        int maxFaces) {

    /** What {@code detectionSize} is where neither the caller nor the model says. */
    public static final int DEFAULT_DETECTION_SIZE = 640;

    /** The largest {@code detectionSize}. */
    public static final int MAX_DETECTION_SIZE = 4096;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public DetectorOptions {
        if (detectionSize != null && (detectionSize < 32 || detectionSize > MAX_DETECTION_SIZE)) {
            throw new IllegalArgumentException(
                    "detectionSize lies within 32 to " + MAX_DETECTION_SIZE + " pixels, found " + detectionSize);
        }
        checkFraction("scoreThreshold", scoreThreshold);
        checkFraction("nmsThreshold", nmsThreshold);
        if (minFaceSize < 0) {
            throw new IllegalArgumentException("minFaceSize is not negative, found " + minFaceSize);
        }
        if (maxFaces < 1) {
            throw new IllegalArgumentException("maxFaces is at least 1, found " + maxFaces);
        }
    }

    private static void checkFraction(String name, @Nullable Float value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " lies within 0 to 1, found " + value);
        }
    }

    /** {@return the model's own thresholds, every face, on the processor} */
    public static DetectorOptions defaults() {
        return new DetectorOptions(EngineOptions.defaults(), null, null, null, 0, Integer.MAX_VALUE);
    }

    /**
     * These options with another engine.
     *
     * @param engine the new value
     * @return a copy
     */
    public DetectorOptions withEngine(EngineOptions engine) {
        return new DetectorOptions(engine, detectionSize, scoreThreshold, nmsThreshold, minFaceSize, maxFaces);
    }

    /**
     * These options with another detection size.
     *
     * @param detectionSize the new value
     * @return a copy
     */
    public DetectorOptions withDetectionSize(int detectionSize) {
        return new DetectorOptions(engine, detectionSize, scoreThreshold, nmsThreshold, minFaceSize, maxFaces);
    }

    /**
     * These options with another score threshold.
     *
     * @param scoreThreshold the new value
     * @return a copy
     */
    public DetectorOptions withScoreThreshold(float scoreThreshold) {
        return new DetectorOptions(engine, detectionSize, scoreThreshold, nmsThreshold, minFaceSize, maxFaces);
    }

    /**
     * These options with another NMS threshold.
     *
     * @param nmsThreshold the new value
     * @return a copy
     */
    public DetectorOptions withNmsThreshold(float nmsThreshold) {
        return new DetectorOptions(engine, detectionSize, scoreThreshold, nmsThreshold, minFaceSize, maxFaces);
    }

    /**
     * These options with another least face size.
     *
     * @param minFaceSize the new value
     * @return a copy
     */
    public DetectorOptions withMinFaceSize(int minFaceSize) {
        return new DetectorOptions(engine, detectionSize, scoreThreshold, nmsThreshold, minFaceSize, maxFaces);
    }

    /**
     * These options with another number of faces.
     *
     * @param maxFaces the new value
     * @return a copy
     */
    public DetectorOptions withMaxFaces(int maxFaces) {
        return new DetectorOptions(engine, detectionSize, scoreThreshold, nmsThreshold, minFaceSize, maxFaces);
    }
}
