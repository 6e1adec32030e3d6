package io.emotion4j.training.export;

import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelDescriptorBuilder;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.PriorSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said of a model beside what its network shows.
 *
 * @param id name of the model: lower-case letters, digits, {@code . _ -}
 * @param version of the model
 * @param license of the weights
 * @param origin where the weights come from
 * @param metrics measured figures by name
 * @param evaluations how good the model is, by the output that was evaluated; of the only or first one where that is ""
 * @param priors of a classifier: how often its training data showed each expression, by output
 * @since 0.1.0
 */
public record ModelNotes(
        String id,
        String version,
        String license,
        Origin origin,
        Map<String, Double> metrics,
        Map<String, Evaluation> evaluations,
        Map<String, PriorSpec> priors) {

    /**
     * Where weights come from.
     *
     * @param trainingData what they were trained on
     * @param source who made them
     * @param command with which they were trained
     * @param seed of the training
     */
    public record Origin(String trainingData, String source, String command, long seed) {}

    /** Copies the maps. */
    public ModelNotes {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        evaluations = Map.copyOf(evaluations);
        priors = Map.copyOf(priors);
    }

    /**
     * Notes without figures.
     *
     * @param id name of the model: lower-case letters, digits, {@code . _ -}
     * @param version of the model
     * @param license of the weights
     * @param origin where the weights come from
     */
    public ModelNotes(String id, String version, String license, Origin origin) {
        this(id, version, license, origin, Map.of(), Map.of(), Map.of());
    }

    /**
     * The same, and how good the model is.
     *
     * @param metrics measured figures by name
     * @param evaluations by output; of the only or first one where that is ""
     * @return these notes with them
     */
    public ModelNotes withFigures(Map<String, Double> metrics, Map<String, Evaluation> evaluations) {
        return new ModelNotes(id, version, license, origin, metrics, evaluations, priors);
    }

    /**
     * The same, and what was learnt from.
     *
     * @param priors by output
     * @return these notes with them
     */
    public ModelNotes withPriors(Map<String, PriorSpec> priors) {
        return new ModelNotes(id, version, license, origin, metrics, evaluations, priors);
    }

    /** Begins a descriptor that says so, of a model whose id ends in {@code suffix}. */
    ModelDescriptorBuilder describe(ModelTask task, String architecture, String suffix) {
        return ModelDescriptor.builder(id + suffix, task, architecture)
                .version(version)
                .license(license)
                .trainingData(origin.trainingData())
                .source(origin.source())
                .metrics(metrics);
    }
}
