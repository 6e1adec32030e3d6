package io.emotion4j.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A ratio of two medians of one round; of several rounds the median counts.
 *
 * @param name for the reader
 * @param ours the figure above
 * @param other the figure below
 * @param floor what the project promises; NaN where nothing is
 * @param aim where it wants to be; NaN where nothing is said
 * @param moreIsBetter true where the ratio is to be large
 */
public record Ratio(String name, String ours, String other, double floor, double aim, boolean moreIsBetter) {

    private static final double NONE = Double.NaN;

    /** All that are reported, in this order. */
    public static final List<Ratio> ALL = List.of(
            less(
                    "detect 640x480 : bare engine call",
                    "Detect.library size=640",
                    "Detect.bareCall size=640",
                    1.12,
                    1.05),
            less(
                    "detect 320x240 : bare engine call",
                    "Detect.library size=320",
                    "Detect.bareCall size=320",
                    NONE,
                    NONE),
            less(
                    "detect 1280x960 : bare engine call",
                    "Detect.library size=1280",
                    "Detect.bareCall size=1280",
                    NONE,
                    NONE),
            classify(1),
            less(
                    "classify 4 faces : bare engine call",
                    "Classify.library faces=4",
                    "Classify.bareCall faces=4",
                    NONE,
                    NONE),
            classify(16),
            classify(64),
            less(
                    "640x480 JPEG, one face : decode + bare calls",
                    photo("FRAME"),
                    "Photo.decodeAndBareCalls photo=FRAME",
                    1.15,
                    1.08),
            less(
                    "the same JPEG, fast(true) : default models",
                    "Photo.libraryFast photo=FRAME",
                    photo("FRAME"),
                    0.65,
                    0.45),
            less(
                    "12 MP progressive JPEG : OpenCV's decode + bare calls",
                    photo("PHONE_PROGRESSIVE"),
                    openCv("PHONE_PROGRESSIVE"),
                    1.2,
                    0.7),
            less(
                    "the same, reducedDecoding(true)",
                    "Photo.libraryReducedDecoding photo=PHONE_PROGRESSIVE",
                    openCv("PHONE_PROGRESSIVE"),
                    NONE,
                    NONE),
            less("12 MP JPEG, 3 faces : OpenCV's decode + bare calls", photo("PHONE"), openCv("PHONE"), NONE, NONE),
            less(
                    "the same, reducedDecoding(true)",
                    "Photo.libraryReducedDecoding photo=PHONE",
                    openCv("PHONE"),
                    NONE,
                    NONE),
            less("2 MP JPEG, 20 faces : OpenCV's decode + bare calls", photo("GROUP"), openCv("GROUP"), NONE, NONE),
            less("2 MP JPEG, 77 faces : OpenCV's decode + bare calls", photo("CROWD"), openCv("CROWD"), NONE, NONE),
            less("2 MP JPEG, nobody : OpenCV's decode + bare calls", photo("EMPTY"), openCv("EMPTY"), NONE, NONE),
            codecs("WebP, 0.09 MP", "WEBP_SMALL", 1.2, 1),
            codecs("WebP, 1 MP", "WEBP_1MP", 1.2, 1),
            codecs("WebP without loss, 1 MP", "WEBP_LOSSLESS_1MP", 1.2, 1),
            codecs("PNG, 1 MP", "PNG_1MP", 1.2, 1),
            codecs("PNG of 16 bits, 1 MP", "PNG16_1MP", NONE, NONE),
            codecs("progressive JPEG, 12 MP", "PROGRESSIVE_12MP", 1.2, 1),
            codecs("progressive JPEG, 3 MP", "PROGRESSIVE_3MP", 1.2, 1),
            codecs("JPEG, 12 MP", "JPEG_12MP", NONE, NONE),
            codecs("JPEG, 0.3 MP", "JPEG_SMALL", NONE, NONE),
            codecs("TIFF, 1 MP", "TIFF_1MP", NONE, NONE),
            alone("WebP, 0.09 MP", "WEBP_SMALL"),
            alone("PNG, 1 MP", "PNG_1MP"),
            alone("progressive JPEG, 12 MP", "PROGRESSIVE_12MP"),
            less(
                    "detect 640x480 : OpenCV's FaceDetectorYN, same network",
                    "Detect.library size=640",
                    "Detect.openCvYuNet size=640",
                    0.6,
                    0.4),
            less(
                    "detect 640x480 : OpenCV's Haar cascade",
                    "Detect.library size=640",
                    "Detect.openCvHaar size=640",
                    0.07,
                    0.05),
            replaced("EfficientNet-B0", "EFFICIENTNET_B0"),
            replaced("VGG19", "VGG19"),
            new Ratio(
                    "two threads : one thread, pictures a second",
                    "Throughput.twoThreads",
                    "Throughput.oneThread",
                    1.9,
                    1.97,
                    true));

    private static Ratio less(String name, String ours, String other, double floor, double aim) {
        return new Ratio(name, ours, other, floor, aim, false);
    }

    private static Ratio classify(int faces) {
        return less(
                "classify " + faces + (faces == 1 ? " face" : " faces") + " : bare engine call",
                "Classify.library faces=" + faces,
                "Classify.bareCall faces=" + faces,
                1.08,
                1.03);
    }

    private static Ratio replaced(String name, String network) {
        return less(
                "classify 1 face : by " + name + ", as the systems that are replaced",
                "Classify.library faces=1",
                "Replaced.classify network=" + network,
                NONE,
                NONE);
    }

    private static String photo(String photo) {
        return "Photo.library photo=" + photo;
    }

    private static String openCv(String photo) {
        return "Photo.openCvAndBareCalls photo=" + photo;
    }

    private static Ratio codecs(String name, String picture, double floor, double aim) {
        return less(
                "decode " + name + ", emotion-codecs : OpenCV",
                "Decode.withCodecs picture=" + picture,
                "Decode.openCv picture=" + picture,
                floor,
                aim);
    }

    private static Ratio alone(String name, String picture) {
        return less(
                "decode " + name + ", without emotion-codecs : OpenCV",
                "Decode.alone picture=" + picture,
                "Decode.openCv picture=" + picture,
                NONE,
                NONE);
    }

    /**
     * {@return the median over the rounds; empty where one of the two was not measured}
     *
     * @param measured figures
     */
    public OptionalDouble of(Measured measured) {
        List<Measured.Figure> above = measured.figures().getOrDefault(ours, List.of());
        List<Measured.Figure> below = measured.figures().getOrDefault(other, List.of());
        int rounds = Math.min(above.size(), below.size());
        if (rounds == 0) {
            return OptionalDouble.empty();
        }
        double[] ratios = IntStream.range(0, rounds)
                .mapToDouble(i -> above.get(i).median() / below.get(i).median())
                .sorted()
                .toArray();
        return OptionalDouble.of(Arrays.stream(ratios, (rounds - 1) / 2, rounds / 2 + 1)
                .average()
                .orElseThrow());
    }

    /**
     * {@return how much worse a value is than another: 1.1 is worse by 10 %, below 1 is better}
     *
     * @param value of this ratio
     * @param than another
     */
    public double worsening(double value, double than) {
        return moreIsBetter ? than / value : value / than;
    }
}
