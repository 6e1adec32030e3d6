package io.emotion4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A form of detector that was recognised by the outputs, and what is usual of networks of this form.
 *
 * @param architecture the decoder's name
 * @param channels that such networks take
 * @param scale for pixels
 * @param mean of each channel
 * @param std of all channels
 * @param minConfidence the usual threshold
 * @param maxOverlap the usual one
 * @param multipleOf what sides must be multiples of: the largest stride
 * @param decoder what differs from the decoder's defaults
 * @param reason how it was recognised
 */
record DraftDetector(
        String architecture,
        ChannelOrder channels,
        float scale,
        List<Float> mean,
        float std,
        float minConfidence,
        float maxOverlap,
        int multipleOf,
        DecoderSpec decoder,
        String reason) {

    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final Set<String> YUNET = Set.of(
            "cls_8", "cls_16", "cls_32", "obj_8", "obj_16", "obj_32", "bbox_8", "bbox_16", "bbox_32", "kps_8", "kps_16",
            "kps_32");

    /** {@return the form; null where it is none that is known, or more than one} */
    static @Nullable DraftDetector of(List<DraftRows> outputs, int width, int height) {
        Set<String> names = new TreeSet<>();
        outputs.forEach(output -> names.add(output.name()));
        if (names.equals(YUNET)) {
            return new DraftDetector(
                    "yunet",
                    ChannelOrder.BGR,
                    1,
                    same(0),
                    1,
                    0.6f,
                    0.3f,
                    32,
                    DecoderSpec.none(),
                    "the outputs have YuNet's names");
        }
        if (isScrfd(outputs, width, height)) {
            return new DraftDetector(
                    "scrfd",
                    ChannelOrder.RGB,
                    1,
                    same(127.5f),
                    128,
                    0.5f,
                    0.4f,
                    32,
                    DecoderSpec.none(),
                    "rows of 1, 4" + (outputs.size() == 9 ? " and 10" : "")
                            + " numbers, in this order, for the strides 8, 16 and 32 with two anchors a cell");
        }
        DraftDetector priors = priors(outputs, width, height);
        if (priors != null) {
            return priors;
        }
        DraftDetector blaze = blazeface(outputs, width, height);
        return blaze == null && outputs.size() == 1 ? yolo(outputs.get(0)) : blaze;
    }

    private static List<Float> same(float value) {
        return List.of(value, value, value);
    }

    private static boolean isScrfd(List<DraftRows> outputs, int width, int height) {
        if (outputs.size() != 6 && outputs.size() != 9) {
            return false;
        }
        int[] lengths = {1, 4, 10};
        for (int i = 0; i < outputs.size(); i++) {
            DraftRows output = outputs.get(i);
            int anchors = 2 * cells(width, height, STRIDES.get(i % 3));
            if (output.length() != lengths[i / 3] || output.count() != anchors || (i < 3 && !output.withinOne())) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable DraftDetector priors(List<DraftRows> outputs, int width, int height) {
        DraftRows scores = only(outputs, 2);
        DraftRows boxes = only(outputs, 4);
        boolean points = only(outputs, 10) != null;
        if (scores == null || boxes == null || outputs.size() != (points ? 3 : 2)) {
            return null;
        }
        int retina = priors(width, height, STRIDES, List.of(2, 2, 2));
        int ultra = priors(width, height, List.of(8, 16, 32, 64), List.of(3, 2, 2, 3));
        boolean isUltra = !points && scores.count() == ultra;
        if (!isUltra && scores.count() != retina) {
            return null;
        }
        Map<String, Object> settings = new java.util.LinkedHashMap<>();
        if (!scores.sumToOne()) {
            settings.put("scores", "logits");
        }
        if (boxes.areCorners() != isUltra) {
            settings.put("boxes", boxes.areCorners() ? "corners" : "priors");
        }
        String reason = "rows of 2" + (points ? ", 4 and 10" : " and 4") + " numbers for " + scores.count()
                + " priors; scores are " + (scores.sumToOne() ? "probabilities" : "logits") + ", boxes "
                + (boxes.areCorners() ? "corners" : "relative to priors");
        return isUltra
                ? new DraftDetector(
                        "ultraface",
                        ChannelOrder.RGB,
                        1,
                        same(127),
                        128,
                        0.7f,
                        0.3f,
                        64,
                        DecoderSpec.of(settings),
                        reason)
                : new DraftDetector(
                        "retinaface",
                        ChannelOrder.BGR,
                        1,
                        List.of(104f, 117f, 123f),
                        1,
                        0.5f,
                        0.4f,
                        32,
                        DecoderSpec.of(settings),
                        reason);
    }

    private static @Nullable DraftDetector blazeface(List<DraftRows> outputs, int width, int height) {
        int scores = 0;
        int rows = 0;
        for (DraftRows output : outputs) {
            scores += output.length() == 1 ? output.count() : 0;
            rows += output.length() == 16 ? output.count() : 0;
        }
        boolean pairs = outputs.size() == 2 || outputs.size() == 4;
        boolean front = scores == priors(width, height, List.of(8, 16), List.of(2, 6));
        boolean back = scores == priors(width, height, List.of(16, 32), List.of(2, 6));
        if (!pairs || scores != rows || front == back) {
            return null;
        }
        DecoderSpec decoder = front ? DecoderSpec.none() : DecoderSpec.of(Map.of("strides", List.of(16, 32)));
        return new DraftDetector(
                "blazeface",
                ChannelOrder.RGB,
                1 / 127.5f,
                same(1),
                1,
                0.75f,
                0.3f,
                front ? 16 : 32,
                decoder,
                "rows of 1 and 16 numbers for " + scores + " anchors");
    }

    private static @Nullable DraftDetector yolo(DraftRows output) {
        if (output.sides() != 3) {
            return null;
        }
        List<Integer> known = List.of(5, 16, 20);
        int records = output.count();
        boolean columns = known.contains(records) && output.length() > records;
        int numbers = columns ? records : output.length();
        if (!columns && (!known.contains(numbers) || records <= numbers)) {
            return null;
        }
        Map<String, Object> settings = new java.util.LinkedHashMap<>();
        if (columns) {
            settings.put("axes", "columns");
        }
        if (numbers == 16) {
            settings.putAll(Map.of("scoresAt", List.of(4, 15), "pointsAt", 5, "pointStep", 2));
        } else if (numbers == 20) {
            settings.put("pointsAt", 5);
        }
        List<String> parts = new ArrayList<>(List.of("a box", "a score"));
        if (numbers > 5) {
            parts.add("five points");
        }
        return new DraftDetector(
                "yolo-face",
                ChannelOrder.RGB,
                1 / 255f,
                same(0),
                1,
                0.5f,
                0.45f,
                32,
                DecoderSpec.of(settings),
                "one table of records of " + numbers + " numbers: " + String.join(", ", parts));
    }

    private static @Nullable DraftRows only(List<DraftRows> outputs, int length) {
        List<DraftRows> found =
                outputs.stream().filter(output -> output.length() == length).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static int priors(int width, int height, List<Integer> strides, List<Integer> each) {
        int count = 0;
        for (int i = 0; i < strides.size(); i++) {
            count += each.get(i) * cells(width, height, strides.get(i));
        }
        return count;
    }

    private static int cells(int width, int height, int stride) {
        return (width + stride - 1) / stride * ((height + stride - 1) / stride);
    }
}
