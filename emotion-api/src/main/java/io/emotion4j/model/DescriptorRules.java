package io.emotion4j.model;

import java.util.Set;
import java.util.regex.Pattern;

/** What must fit together in a descriptor, whoever makes it. */
record DescriptorRules(ModelDescriptor model) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    void check() {
        ScoresSpec scores = model.scores();
        if (!ID.matcher(model.id()).matches()) {
            throw new SpecException(
                    "id", "must be lower-case letters, digits, '.', '_' and '-', found \"" + model.id() + "\"");
        }
        if (model.outputs().isEmpty()) {
            throw new SpecException("outputs", "is empty; list every output of the network in order");
        }
        if (model.labels().stream().distinct().count() != model.labels().size()) {
            throw new SpecException("labels", "has a label twice: " + model.labels());
        }
        if (scores != null && !model.outputs().contains(scores.output())) {
            throw new SpecException(
                    "scores.output",
                    "must be one of \"outputs\" " + model.outputs() + ", found \"" + scores.output() + "\"");
        }
        if (scores != null && model.labels().size() < 2) {
            throw new SpecException(
                    "labels", "needs at least 2 labels, found " + model.labels().size());
        }
        if (scores != null) {
            checkScores(scores);
        }
        model.extras().forEach((name, extra) -> {
            if (!model.outputs().contains(extra.output())) {
                throw new SpecException(
                        "extras." + name + ".output",
                        "must be one of \"outputs\" " + model.outputs() + ", found \"" + extra.output() + "\"");
            }
        });
        model.metrics().forEach((name, figure) -> {
            if (!Double.isFinite(figure)) {
                throw new SpecException("metrics", "holds finite numbers, found " + name + " " + figure);
            }
        });
    }

    private void checkScores(ScoresSpec scores) {
        PriorSpec prior = model.prior();
        int count = model.labels().size() + scores.skipped().size();
        boolean places = scores.skipped().stream()
                        .distinct()
                        .filter(place -> place >= 0 && place < count)
                        .count()
                == scores.skipped().size();
        if (!places) {
            throw new SpecException(
                    "labels", "skips places " + scores.skipped() + ", expected different ones below " + count);
        }
        if (scores.slice().count() != 0 && scores.slice().count() != count) {
            throw new SpecException(
                    "scores.count",
                    "must be as many as there are labels, " + count + ", found "
                            + scores.slice().count());
        }
        if (prior != null && !prior.shares().keySet().equals(Set.copyOf(model.labels()))) {
            throw new SpecException(
                    "prior.shares",
                    "needs a share for each of the labels " + model.labels() + " and no other, found "
                            + prior.shares().keySet());
        }
        if (prior != null && !scores.kind().exclusive()) {
            throw new SpecException(
                    "prior",
                    "goes with scores that are logits or probabilities, found "
                            + scores.kind().key());
        }
    }
}
