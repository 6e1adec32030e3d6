package io.emotion4j.training.export;

import io.emotion4j.Emotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.PriorSpec;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a trained classifier as a model folder. Its output {@code logits} is the model of {@code model.json}; every other
 * output {@code logits_NAME} is a variant, described by {@code model-NAME.json}.
 *
 * @since 0.1.0
 */
public final class ClassifierExport {

    private static final String LOGITS = "logits";

    /** Where the training pictures have the five points: medians over 3,000 faces of FER2013. */
    private static final Landmarks TEMPLATE = new Landmarks(
            new Point(15.4f, 18.8f),
            new Point(32.7f, 18.6f),
            new Point(23.6f, 28.6f),
            new Point(16.8f, 36.0f),
            new Point(31.2f, 35.9f));

    private ClassifierExport() {}

    /**
     * Writes the folder.
     *
     * @param temperatures by output: what its logits are divided by so that their softmax is calibrated; 1 where absent
     * @param margin part of the face's box side that is added on each side where a face has no landmarks
     * @throws IllegalArgumentException when the network is no classifier of 7 labels, or a temperature is not over 0
     */
    public static void write(
            Network trained, Map<String, Double> temperatures, float margin, ModelNotes notes, Path folder)
            throws IOException {
        int[] sides = trained.input();
        if (!trained.outputs().containsKey(LOGITS) || sides[0] != 1) {
            throw new IllegalArgumentException("A classifier takes 1 channel and gives '" + LOGITS + "'; found "
                    + sides[0] + " channels and " + trained.outputs().keySet());
        }
        Network network = BatchNormFolding.fold(trained);
        for (Map.Entry<String, Double> entry : new TreeMap<>(temperatures).entrySet()) {
            network = OutputScaling.scaleOutput(network, entry.getKey(), 1 / entry.getValue());
        }
        Map<String, String> card = ModelExport.cardValues(notes, network, sides[1], sides[2]);
        card.put("labels", String.join(", ", ExpressionLabels.NAMES));
        card.put("temperatures", temperatures(trained, temperatures));
        card.put("prior", prior(notes.priors().get(LOGITS)));
        ModelExport.write(network, drafts(network, margin, notes), ModelCard.fill("classifier-card.md", card), folder);
    }

    private static String temperatures(Network network, Map<String, Double> temperatures) {
        if (temperatures.isEmpty()) {
            return "Logits are as the weights give them: this export divides them by no temperature. Weights that were exported before may"
                    + " hold one already.";
        }
        return network.outputs().keySet().stream()
                .map(output -> String.format(Locale.ROOT, "`%s` %.3f", output, temperatures.getOrDefault(output, 1.0)))
                .collect(Collectors.joining(
                        ", ",
                        "Logits are divided by a temperature that was fitted on the validation part, so that their softmax is calibrated there:\n  ",
                        "."));
    }

    private static String prior(@Nullable PriorSpec prior) {
        if (prior == null || prior.strength() == 0) {
            return "";
        }
        return String.format(Locale.ROOT, """

                - Part of what the training data showed more often is taken out of every answer (`prior` in the descriptor, strength %.2f: Saerens
                  et al. 2002, Menon et al. 2021): from each logit %.2f times the logarithm of its expression's share of the training data.
                  `--prior none` leaves it in; `uniform:1` expects every expression equally often.""", prior.strength(), prior.strength());
    }

    private static Map<String, ModelExport.Draft> drafts(Network network, float margin, ModelNotes notes) {
        Map<String, Evaluation> evaluations = new LinkedHashMap<>(notes.evaluations());
        Evaluation ofFirst = evaluations.remove("");
        if (ofFirst != null) {
            evaluations.put(LOGITS, ofFirst);
        }
        Map<String, ModelExport.Draft> drafts = new LinkedHashMap<>();
        for (String output : network.outputs().keySet()) {
            String suffix = output.substring(LOGITS.length()).replace('_', '-');
            drafts.put(
                    suffix,
                    new ModelExport.Draft(
                            descriptor(network, output, suffix, margin, notes), evaluations.remove(output)));
        }
        if (!evaluations.isEmpty()) {
            throw new IllegalArgumentException("Evaluations of outputs " + evaluations.keySet()
                    + " were given; this network gives " + network.outputs().keySet());
        }
        return drafts;
    }

    private static ModelDescriptor descriptor(
            Network network, String output, String suffix, float margin, ModelNotes notes) {
        return notes.describe(ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier", suffix)
                .input(input(network))
                .outputs(List.copyOf(network.outputs().keySet()))
                .scores(new ScoresSpec(output, ScoresSpec.Kind.LOGITS))
                .labels(ExpressionLabels.NAMES.stream()
                        .map(name -> Emotion.ofLabel(name).orElseThrow())
                        .toList())
                .face(new FaceSpec(margin, TEMPLATE))
                .prior(notes.priors().get(output))
                .build();
    }

    private static InputSpec input(Network network) {
        return InputSpec.builder(Network.INPUT)
                .size(network.input()[2], network.input()[1])
                .channels(ChannelOrder.GRAY)
                .values(1 / 255f, List.of(0.5f), List.of(0.25f))
                .build();
    }
}
