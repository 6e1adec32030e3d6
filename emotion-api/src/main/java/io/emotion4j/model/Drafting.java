package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.NetworkSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The way from weights to a {@link DraftedModel}. */
final class Drafting {

    /** Of a detector that takes any size: divisible by all usual strides. */
    private static final int ANY_SIZE = 320;
    /** So many outputs of a module that does not tell are tried. */
    private static final int MOST_OUTPUTS = 16;

    private final ModelDraft draft;
    private final List<DraftNote> guesses = new ArrayList<>();
    private final List<DraftNote> open = new ArrayList<>();

    Drafting(ModelDraft draft) {
        this.draft = draft;
    }

    /** A run of the network that went well. */
    private record Ran(DraftTrial trial, InputSpec input, List<String> names, int width, int height) {

        List<DraftRows> rows(List<RgbImage> pictures) {
            return DraftRows.of(names, trial.run(input, width, height, pictures));
        }
    }

    DraftedModel run() throws IOException {
        Map<String, DraftWeights> weights = new LinkedHashMap<>();
        for (Path path : draft.weights) {
            DraftWeights file = DraftWeights.of(path);
            DraftWeights other = weights.put(file.format(), file);
            if (other != null) {
                throw new ModelLoadException("Two files are in " + file.format() + ": " + other.path() + " and " + path
                        + "; a model has one a format");
            }
        }
        DraftWeights telling = weights.values().stream()
                .filter(file -> !file.inputs().isEmpty())
                .findFirst()
                .orElse(weights.values().iterator().next());
        boolean told = !telling.inputs().isEmpty();
        DraftInput input = told
                ? DraftInput.of(draft, telling.inputs(), guesses::add, open::add)
                : DraftInput.untold(draft, guesses::add);
        if (!told && input.width() == 0) {
            open.add(new DraftNote(
                    "size", "", "a TorchScript module does not tell its input's size; give WIDTHxHEIGHT"));
        }
        if (!open.isEmpty() || input.layout() == null) {
            return new DraftedModel(guesses, open, null, List.of());
        }
        Ran ran = run(weights, telling, input, input.layout());
        List<DraftRows> rows = ran.rows(pictures(1, ran));
        DraftDetector detector = DraftDetector.of(rows, ran.width(), ran.height());
        ModelDescriptorBuilder model = detector == null
                ? new DraftClassifier(draft, input, telling, guesses, open)
                        .describe(ran.input(), rows, picturesOneByOne(ran), takesTwo(ran, input))
                : detector(detector, ran, input);
        if (model == null || !open.isEmpty()) {
            return new DraftedModel(guesses, open, null, List.of());
        }
        Map<String, ModelFile> files = new LinkedHashMap<>();
        List<Path> paths = new ArrayList<>();
        weights.forEach((format, file) -> {
            files.put(format, file.file());
            paths.add(file.path());
            file.data().keySet().forEach(name -> paths.add(file.path().resolveSibling(name)));
        });
        return new DraftedModel(
                guesses,
                open,
                model.id(id())
                        .files(files)
                        .constants(input.constants())
                        .outputs(ran.names())
                        .license(draft.license)
                        .source(draft.source)
                        .trainingData(draft.trainingData)
                        .build(),
                paths);
    }

    private String id() {
        if (draft.id != null) {
            return draft.id;
        }
        String name = String.valueOf(draft.weights.get(0).getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String id = (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[^a-z0-9.-]+", "-")
                .replaceAll("^[.-]+", "");
        String usable = id.isEmpty() ? "model" : id;
        guesses.add(new DraftNote("id", usable, "the name of the file"));
        return usable;
    }

    /** Runs the network once, with as many channels and outputs as it is found to have where that is not told. */
    private Ran run(Map<String, DraftWeights> weights, DraftWeights telling, DraftInput input, TensorLayout layout) {
        Engine engine = DraftTrial.engine(List.copyOf(weights.keySet()), draft.engine);
        byte[] bytes = Objects.requireNonNull(weights.get(engine.format())).whole();
        List<Integer> channels =
                input.channels() == 1 || input.channels() == 3 ? List.of(input.channels()) : List.of(1, 3);
        List<String> told = draft.outputs.isEmpty() ? DraftInput.names(telling.outputs()) : draft.outputs;
        List<List<String>> outputs = told.isEmpty()
                ? IntStream.rangeClosed(1, MOST_OUTPUTS)
                        .mapToObj(Drafting::numbered)
                        .toList()
                : List.of(told);
        int width = input.width() == 0 ? ANY_SIZE : input.width();
        int height = input.height() == 0 ? ANY_SIZE : input.height();
        Optional<ModelLoadException> failure = Optional.empty();
        for (int count : channels) {
            InputSpec spec = spec(input, layout, count);
            for (List<String> names : outputs) {
                NetworkSpec network = NetworkSpec.of(
                        ModelDescriptor.builder("draft", ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
                                .input(spec)
                                .outputs(names)
                                .constants(input.constants())
                                .build());
                Ran ran = new Ran(
                        new DraftTrial(engine, draft.engineOptions, network, bytes), spec, names, width, height);
                try {
                    ran.rows(pictures(1, ran));
                    if (channels.size() > 1) {
                        guesses.add(new DraftNote(
                                "channels", spec.channels().name(), "the network runs with " + count + " channels"));
                    }
                    if (told.isEmpty()) {
                        guesses.add(new DraftNote(
                                "outputs",
                                String.join(",", names),
                                "the network gives " + names.size() + ", and a TorchScript module names none"));
                    }
                    return ran;
                } catch (ModelLoadException e) {
                    failure = Optional.of(e);
                }
            }
        }
        throw failure.orElseThrow();
    }

    private static List<String> numbered(int count) {
        return count == 1
                ? List.of("output")
                : IntStream.range(0, count).mapToObj(i -> "output" + i).toList();
    }

    private InputSpec spec(DraftInput input, TensorLayout layout, int count) {
        ChannelOrder order = count == 1
                ? ChannelOrder.GRAY
                : draft.channels == null || draft.channels.count() != 3 ? ChannelOrder.RGB : draft.channels;
        boolean floating = input.type().key().startsWith("float");
        float scale = draft.scale != null ? draft.scale : floating ? 1 / 127.5f : 1;
        float mean = draft.scale == null && floating ? 1 : 0;
        return InputSpec.builder(input.name())
                .size(input.width(), input.height())
                .type(input.type())
                .layout(layout)
                .channels(order)
                .values(
                        scale,
                        draft.scale == null ? Collections.nCopies(count, mean) : perChannel(draft.mean, 0, count),
                        draft.scale == null ? Collections.nCopies(count, 1f) : perChannel(draft.std, 1, count))
                .build();
    }

    static List<Float> perChannel(List<Float> given, float otherwise, int count) {
        return given.size() > 1 ? given : Collections.nCopies(count, given.isEmpty() ? otherwise : given.get(0));
    }

    private List<RgbImage> pictures(int count, Ran ran) {
        return IntStream.range(0, count)
                .mapToObj(i -> draft.pictures.isEmpty()
                        ? DraftTrial.pattern(i, ran.width(), ran.height())
                        : draft.pictures.get(i % draft.pictures.size()))
                .toList();
    }

    private List<List<DraftRows>> picturesOneByOne(Ran ran) {
        int count = draft.pictures.isEmpty() ? DraftTrial.PATTERNS : draft.pictures.size();
        return pictures(count, ran).stream()
                .map(picture -> ran.rows(List.of(picture)))
                .toList();
    }

    private boolean takesTwo(Ran ran, DraftInput input) {
        if (input.fixedBatch()) {
            return false;
        }
        try {
            List<DraftRows> two = ran.rows(pictures(2, ran));
            List<DraftRows> one = ran.rows(pictures(1, ran));
            return IntStream.range(0, two.size())
                    .allMatch(i -> two.get(i).numbers().limit()
                            == 2 * one.get(i).numbers().limit());
        } catch (ModelLoadException e) {
            return false;
        }
    }

    private @Nullable ModelDescriptorBuilder detector(DraftDetector detector, Ran ran, DraftInput input) {
        guesses.add(new DraftNote("architecture", detector.architecture(), detector.reason()));
        ChannelOrder channels = draft.channels == null ? detector.channels() : draft.channels;
        if (ran.input().channels().count() != 3) {
            open.add(new DraftNote(
                    "channels",
                    "",
                    "such detectors take three channels, this one takes "
                            + ran.input().channels().count()));
            return null;
        }
        if (draft.channels == null) {
            guesses.add(new DraftNote("channels", channels.name(), "usual of " + detector.architecture()));
        }
        if (draft.scale == null) {
            guesses.add(new DraftNote(
                    "scale, mean, std",
                    detector.scale() + " " + detector.mean() + " " + detector.std(),
                    "usual of " + detector.architecture()));
        }
        if (!detector.decoder().settings().isEmpty()) {
            guesses.add(new DraftNote("decoder", detector.decoder().settings().toString(), detector.reason()));
        }
        guesses.add(new DraftNote(
                "thresholds",
                "score " + detector.minConfidence() + ", nms " + detector.maxOverlap(),
                "usual of " + detector.architecture() + "; change them in model.json"));
        InputSpec.Builder spec = InputSpec.builder(input.name())
                .size(input.width(), input.height())
                .type(input.type())
                .layout(ran.input().layout())
                .channels(channels)
                .values(
                        draft.scale == null ? detector.scale() : draft.scale,
                        draft.scale == null ? detector.mean() : perChannel(draft.mean, 0, 3),
                        draft.scale == null ? Collections.nCopies(3, detector.std()) : perChannel(draft.std, 1, 3));
        if (input.width() == 0) {
            guesses.add(new DraftNote(
                    "size",
                    "any, sides a multiple of " + detector.multipleOf(),
                    "the network leaves it open; the largest stride"));
            spec.multipleOf(detector.multipleOf());
        }
        return ModelDescriptor.builder("draft", ModelTask.FACE_DETECTION, detector.architecture())
                .input(spec.build())
                .thresholds(new ThresholdSpec(detector.minConfidence(), detector.maxOverlap()))
                .decoder(detector.decoder());
    }
}
