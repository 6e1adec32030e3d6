package io.emotion4j.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must fit together in a descriptor, whoever makes it. */
final class DescriptorRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private final ModelDescriptor model;
    private final List<SpecException> broken = new ArrayList<>();

    DescriptorRules(ModelDescriptor model) {
        this.model = model;
    }

    /** @throws SpecException the first thing that does not fit */
    void check() {
        List<SpecException> found = broken(Set.of());
        if (!found.isEmpty()) {
            throw found.get(0);
        }
    }

    /**
     * Looks at all.
     *
     * @param unknown keys whose values are not the descriptor's: nothing is said of them
     * @return what does not fit
     */
    List<SpecException> broken(Set<String> unknown) {
        if (!unknown.contains("id") && !ID.matcher(model.id()).matches()) {
            add("id", "must be lower-case letters, digits, '.', '_' and '-', found \"" + model.id() + "\"");
        }
        if (!unknown.contains("outputs") && model.outputs().isEmpty()) {
            add("outputs", "is empty; list every output of the network in order");
        }
        if (!unknown.contains("labels")) {
            labels();
        }
        if (!unknown.contains("outputs")) {
            outputs(!unknown.contains("scores"), !unknown.contains("extras"));
        }
        if (!unknown.contains("scores") && !unknown.contains("labels")) {
            scores();
        }
        prior(unknown);
        for (Map.Entry<String, Double> metric : model.metrics().entrySet()) {
            if (!Double.isFinite(metric.getValue())) {
                add("metrics", "holds finite numbers, found " + metric.getKey() + " " + metric.getValue());
            }
        }
        return broken;
    }

    private void labels() {
        if (new HashSet<>(model.labels()).size() != model.labels().size()) {
            add("labels", "has a label twice: " + model.labels());
        }
        if (model.scores() != null && model.labels().size() < 2) {
            add("labels", "needs at least 2 labels, found " + model.labels().size());
        }
    }

    private void outputs(boolean scored, boolean extra) {
        ScoresSpec scores = model.scores();
        if (scored && scores != null && !model.outputs().contains(scores.output())) {
            add(
                    "scores.output",
                    "must be one of \"outputs\" " + model.outputs() + ", found \"" + scores.output() + "\"");
        }
        if (extra) {
            for (Map.Entry<String, ExtraSpec> named : model.extras().entrySet()) {
                String output = named.getValue().output();
                if (!model.outputs().contains(output)) {
                    add(
                            "extras." + named.getKey() + ".output",
                            "must be one of \"outputs\" " + model.outputs() + ", found \"" + output + "\"");
                }
            }
        }
    }

    private void scores() {
        ScoresSpec scores = model.scores();
        if (scores == null) {
            return;
        }
        int count = model.labels().size() + scores.skipped().size();
        Set<Integer> places = new HashSet<>();
        for (int place : scores.skipped()) {
            if (place >= 0 && place < count) {
                places.add(place);
            }
        }
        if (places.size() != scores.skipped().size()) {
            add("labels", "skips places " + scores.skipped() + ", expected different ones below " + count);
        }
        if (scores.slice().count() != 0 && scores.slice().count() != count) {
            add(
                    "scores.count",
                    "must be as many as there are labels, " + count + ", found "
                            + scores.slice().count());
        }
    }

    private void prior(Set<String> unknown) {
        PriorSpec prior = model.prior();
        ScoresSpec scores = model.scores();
        if (prior == null || scores == null) {
            return;
        }
        if (!unknown.contains("labels") && !prior.shares().keySet().equals(Set.copyOf(model.labels()))) {
            add(
                    "prior.shares",
                    "needs a share for each of the labels " + model.labels() + " and no other, found "
                            + prior.shares().keySet());
        }
        if (!unknown.contains("scores") && !scores.kind().exclusive()) {
            add(
                    "prior",
                    "goes with scores that are logits or probabilities, found "
                            + scores.kind().key());
        }
    }

    private void add(String key, String problem) {
        broken.add(new SpecException(key, problem));
    }
}
