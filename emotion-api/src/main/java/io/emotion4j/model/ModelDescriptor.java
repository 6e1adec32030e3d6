package io.emotion4j.model;

import io.emotion4j.Emotion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says about a model: a model is described, not guessed. Immutable.
 *
 * @param id name of the model, such as {@code "fer-resnet"}
 * @param version of the model
 * @param task what it is for
 * @param architecture which decoder reads its outputs: {@code "softmax-classifier"}, {@code "yunet"}
 * @param files weights by format: {@code "onnx"}, {@code "torchscript"}, {@code "savedmodel"}
 * @param input the network's input
 * @param outputs every output of the network, in order
 * @param scores where the scores are; classifiers only
 * @param labels the labels in output order; empty for detectors
 * @param face how a face is placed in the input; classifiers only
 * @param thresholds defaults; detectors only
 * @param golden a check of the loaded model; null where there is none
 * @param card the model card, a text; null where there is none
 * @param evaluation how good the model is, JSON as {@code evaluate-classifier} and {@code evaluate-detector} print it; null where
 *     there is none
 * @param license licence of the weights; empty where not said
 * @param trainingData what it was trained on; empty where not said
 * @param source where it comes from; empty where not said
 * @param metrics measured figures by name
 */
public record ModelDescriptor(
        String id,
        String version,
        ModelTask task,
        String architecture,
        Map<String, ModelFile> files,
        InputSpec input,
        List<String> outputs,
        @Nullable ScoresSpec scores,
        List<Emotion> labels,
        @Nullable FaceSpec face,
        @Nullable ThresholdSpec thresholds,
        @Nullable GoldenSpec golden,
        @Nullable ModelFile card,
        @Nullable ModelFile evaluation,
        String license,
        String trainingData,
        String source,
        Map<String, Double> metrics) {

    /** Copies the collections. */
    public ModelDescriptor {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        outputs = List.copyOf(outputs);
        labels = List.copyOf(labels);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * Whether the model comes in a format.
     *
     * @param format for example {@code "onnx"}
     * @return whether {@link #files()} has it
     */
    public boolean has(String format) {
        return files.containsKey(format);
    }
}
