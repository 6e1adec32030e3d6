package io.emotion4j.model;

import io.emotion4j.Emotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes a network that is no known form of detector as a classifier, if it could be one. */
record DraftClassifier(
        ModelDraft draft, DraftInput input, DraftWeights weights, List<DraftNote> guesses, List<DraftNote> open) {

    /**
     * Describes it.
     *
     * @param rows the outputs for one picture
     * @param each the outputs for each of several pictures
     * @param takesTwo whether it takes two at a time
     * @return null where something is open
     */
    @Nullable
    ModelDescriptorBuilder describe(
            InputSpec tried, List<DraftRows> rows, List<List<DraftRows>> each, boolean takesTwo) {
        Optional<DraftRows> scores = scores(rows);
        if (scores.isEmpty()) {
            return null;
        }
        labels(scores.get().length());
        size();
        InputSpec.Builder spec = values(tried);
        if (!open.isEmpty()) {
            return null;
        }
        int place = rows.indexOf(scores.get());
        ScoresSpec.Kind kind = kind(
                scores.get().name(), each.stream().map(all -> all.get(place)).toList());
        if (!takesTwo) {
            guesses.add(new DraftNote(
                    "maxBatch",
                    "1",
                    input.fixedBatch()
                            ? "the file says batches of one"
                            : "it does not run with two pictures at a time"));
            spec.maxBatch(1);
        }
        if (draft.margin == null) {
            guesses.add(new DraftNote(
                    "margin", "0.0", "whether it was trained with more about the face's box cannot be seen"));
        }
        List<Emotion> known = new ArrayList<>();
        List<Integer> skipped = new ArrayList<>();
        for (int i = 0; i < draft.labels.size(); i++) {
            String label = draft.labels.get(i);
            if (label == null) {
                skipped.add(i);
            } else {
                known.add(Emotion.ofLabel(label).orElseThrow());
            }
        }
        return ModelDescriptor.builder("draft", ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
                .input(spec.build())
                .scores(new ScoresSpec(scores.get().name(), kind, SliceSpec.all(), skipped, 1, 0))
                .labels(known)
                .face(new FaceSpec(draft.margin == null ? 0 : draft.margin, null));
    }

    private Optional<DraftRows> scores(List<DraftRows> rows) {
        List<DraftRows> could = rows.stream()
                .filter(output -> output.count() == 1 && output.length() > 1)
                .filter(output -> draft.scores == null || output.name().equals(draft.scores))
                .filter(output -> draft.labels.isEmpty()
                        || draft.scores != null
                        || output.length() == draft.labels.size()
                        || rows.size() == 1)
                .toList();
        String found = rows.stream()
                .map(output -> "'" + output.name() + "' with " + output.count() + " rows of " + output.length())
                .toList()
                .toString();
        if (could.size() != 1) {
            open.add(new DraftNote(
                    "scores",
                    "",
                    could.isEmpty()
                            ? "for a picture, the outputs are " + found
                                    + "; this is neither a row of scores, as classifiers"
                                    + " give it" + (draft.labels.isEmpty() ? "" : ", one for each of the labels")
                                    + ", nor a form of detector that can be recognised. Describe it by hand"
                                    + " (docs/model-format.md)"
                            : "several outputs could be the scores: " + found + "; name one of them"));
            return Optional.empty();
        }
        if (draft.scores == null) {
            guesses.add(new DraftNote(
                    "architecture",
                    "softmax-classifier",
                    "output '" + could.get(0).name() + "' has one row of "
                            + could.get(0).length() + " numbers a picture"));
        }
        return Optional.of(could.get(0));
    }

    private void labels(int count) {
        String known =
                Arrays.stream(Emotion.values()).map(Emotion::label).toList().toString();
        if (draft.labels.isEmpty()) {
            open.add(new DraftNote(
                    "labels",
                    "",
                    "no file tells what the " + count
                            + " scores stand for; give a label for each in the order of the training, out of " + known
                            + " or words for these, and null for what is none of them"));
            return;
        }
        for (String label : draft.labels) {
            if (label != null && Emotion.ofLabel(label).isEmpty()) {
                open.add(new DraftNote("labels", "", "\"" + label + "\" is none of " + known + ", nor null"));
            }
        }
        if (count != draft.labels.size()) {
            open.add(new DraftNote(
                    "labels",
                    "",
                    "the network has " + count + " scores, found " + draft.labels.size()
                            + " labels; give one for each, and null for what is no expression of ours"));
        }
    }

    private void size() {
        if (input.width() == 0 || input.height() == 0) {
            open.add(new DraftNote(
                    "size",
                    "",
                    "the network leaves the size of its input open; give that of the training, WIDTHxHEIGHT"));
        }
    }

    private InputSpec.Builder values(InputSpec tried) {
        int count = tried.channels().count();
        if (draft.scale == null) {
            open.add(new DraftNote(
                    "scale",
                    "",
                    "no file tells how pixels become numbers: (pixel * scale - mean) / std. Give what the training did, such as"
                            + " 1/255 for 0 to 1, 1/127.5 with mean 1 for -1 to 1, or 1 for 0 to 255"));
        }
        if (count == 3 && draft.channels == null) {
            guesses.add(new DraftNote(
                    "channels",
                    "RGB",
                    "three channels; whether blue comes first (BGR, as OpenCV reads) cannot be seen"));
        } else if (draft.channels == null && input.channels() == 1) {
            guesses.add(new DraftNote("channels", "GRAY", "the network takes one channel"));
        }
        return InputSpec.builder(tried.name())
                .size(tried.width(), tried.height())
                .type(tried.type())
                .layout(tried.layout())
                .channels(tried.channels())
                .values(
                        draft.scale == null ? 1 : draft.scale,
                        Drafting.perChannel(draft.mean, 0, count),
                        Drafting.perChannel(draft.std, 1, count));
    }

    private ScoresSpec.Kind kind(String output, List<DraftRows> each) {
        if (draft.kind != null) {
            return draft.kind;
        }
        String last = weights.lastStep().getOrDefault(output, "");
        boolean linear = List.of("Gemm", "MatMul", "Add").contains(last);
        ScoresSpec.Kind kind = ScoresSpec.Kind.LOGITS;
        String reason = "on " + each.size() + " pictures they are no distribution";
        if (each.stream().allMatch(DraftRows::sumToOne)) {
            kind = ScoresSpec.Kind.PROBABILITIES;
            reason = "on " + each.size() + " pictures their sum is 1";
        } else if (!linear && each.stream().allMatch(DraftRows::withinOne)) {
            kind = ScoresSpec.Kind.SIGMOID;
            reason = "on " + each.size() + " pictures each lies within 0 to 1, and their sum is not 1";
        }
        guesses.add(
                new DraftNote("kind", kind.key(), reason + (last.isEmpty() ? "" : "; the network ends in " + last)));
        return kind;
    }
}
