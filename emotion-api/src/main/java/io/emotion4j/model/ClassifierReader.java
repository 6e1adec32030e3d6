package io.emotion4j.model;

import io.emotion4j.Emotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a descriptor says of a classifier alone. */
record ClassifierReader(JsonObject json) {

    void read(ModelDescriptorBuilder model) throws JsonException {
        List<@Nullable Emotion> labels = labels();
        model.scores(scores(json.object("scores"), labels))
                .labels(known(labels))
                .face(face(optional("face")))
                .prior(json.keys().contains("prior") ? prior(json.object("prior")) : null)
                .extras(extras());
    }

    static ScoresSpec scores(JsonObject scores, List<@Nullable Emotion> labels) throws JsonException {
        String output = scores.string("output");
        ScoresSpec.Kind kind = scores.choice("kind", ScoresSpec.Kind.values(), ScoresSpec.Kind::key);
        SliceSpec slice = slice(scores);
        float temperature = scores.optionalNumber("temperature").orElse(1.0).floatValue();
        float abstainBelow = scores.optionalNumber("abstainBelow").orElse(0.0).floatValue();
        List<Integer> skipped = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) == null) {
                skipped.add(i);
            }
        }
        return DescriptorReader.checked(
                scores, () -> new ScoresSpec(output, kind, slice, skipped, temperature, abstainBelow));
    }

    private static SliceSpec slice(JsonObject json) throws JsonException {
        int from = InputReader.whole(json, "from");
        int count = InputReader.whole(json, "count");
        return DescriptorReader.checked(json, () -> new SliceSpec(from, count));
    }

    List<@Nullable Emotion> labels() throws JsonException {
        List<@Nullable Emotion> labels = new ArrayList<>();
        Set<Emotion> seen = EnumSet.noneOf(Emotion.class);
        for (String label : json.stringsOrNulls("labels")) {
            Emotion emotion = label == null ? null : emotion(json, "labels", label);
            if (emotion != null && !seen.add(emotion)) {
                throw json.error("labels", "has \"" + label + "\" twice");
            }
            labels.add(emotion);
        }
        return labels;
    }

    static List<Emotion> known(List<@Nullable Emotion> labels) {
        List<Emotion> known = new ArrayList<>();
        for (Emotion label : labels) {
            if (label != null) {
                known.add(label);
            }
        }
        return known;
    }

    private static Emotion emotion(JsonObject json, String key, String label) throws JsonException {
        Optional<Emotion> emotion = Emotion.ofLabel(label);
        if (emotion.isEmpty()) {
            throw json.error(
                    key,
                    "has \"" + label + "\", expected only "
                            + Arrays.stream(Emotion.values())
                                    .map(Emotion::label)
                                    .toList() + ", or null for a class that is to be left out");
        }
        return emotion.get();
    }

    /** {@return the object of the key; one without keys where it is not there} */
    private JsonObject optional(String key) throws JsonException {
        return json.keys().contains(key)
                ? json.object(key)
                : json.of(List.of(), Map.of(key, Map.of())).object(key);
    }

    static FaceSpec face(JsonObject face) throws JsonException {
        float margin = face.optionalNumber("margin").orElse(0.0).floatValue();
        Landmarks template = face.keys().contains("template") ? template(face) : null;
        FaceSpec.Fit fit = face.optionalChoice("fit", FaceSpec.Fit.values(), FaceSpec.Fit::key, FaceSpec.Fit.SQUARE);
        float shift = face.optionalNumber("shift").orElse(0.0).floatValue();
        boolean wholePixels = face.flag("wholePixels");
        FaceSpec.Resample resample = face.optionalChoice(
                "resample", FaceSpec.Resample.values(), FaceSpec.Resample::key, FaceSpec.Resample.SMOOTH);
        return DescriptorReader.checked(face, () -> new FaceSpec(margin, template, fit, shift, wholePixels, resample));
    }

    private static Landmarks template(JsonObject face) throws JsonException {
        List<List<Double>> rows = face.numberLists("template");
        if (rows.size() != 5 || rows.stream().anyMatch(row -> row.size() != 2)) {
            throw face.error("template", "needs five points [x, y], found " + rows);
        }
        List<Point> points = rows.stream()
                .map(row -> new Point(row.get(0).floatValue(), row.get(1).floatValue()))
                .toList();
        return new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4));
    }

    static PriorSpec prior(JsonObject prior) throws JsonException {
        Map<Emotion, Float> shares = new LinkedHashMap<>();
        for (Map.Entry<String, Double> share :
                prior.object("shares").asNumbers().entrySet()) {
            shares.put(
                    emotion(prior, "shares", share.getKey()), share.getValue().floatValue());
        }
        float strength = prior.optionalNumber("strength").orElse(0.0).floatValue();
        return DescriptorReader.checked(prior, () -> new PriorSpec(shares, strength));
    }

    static ExtraSpec extra(JsonObject extra) throws JsonException {
        return new ExtraSpec(extra.string("output"), slice(extra));
    }

    private Map<String, ExtraSpec> extras() throws JsonException {
        Map<String, ExtraSpec> extras = new LinkedHashMap<>();
        JsonObject named = optional("extras");
        for (String name : named.keys()) {
            extras.put(name, extra(named.object(name)));
        }
        return extras;
    }
}
