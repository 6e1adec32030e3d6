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
 * @param trainingData what it was trained on
 * @param source where it comes from
 * @param command with which it was trained
 * @param seed of the training
 * @param metrics measured figures by name
 * @param evaluations how good the model is, by the output that was evaluated; of the only or first one where that is ""
 * @param priors of a classifier: how often its training data showed each expression, by output
 * @since 0.1.0
 */
public record ModelNotes(
        String id,
        String version,
        String license,
        String trainingData,
        String source,
        String command,
        long seed,
        Map<String, Double> metrics,
        Map<String, Evaluation> evaluations,
        Map<String, PriorSpec> priors) {

    /** Notes without evaluations and priors. */
    public ModelNotes(
            String id,
            String version,
            String license,
            String trainingData,
            String source,
            String command,
            long seed,
            Map<String, Double> metrics) {
        this(id, version, license, trainingData, source, command, seed, metrics, Map.of(), Map.of());
    }

    /** Copies the maps. */
    public ModelNotes {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        evaluations = Map.copyOf(evaluations);
        priors = Map.copyOf(priors);
    }

    /**
     * The same, and what was learnt from.
     *
     * @param priors by output
     * @return these notes with them
     */
    public ModelNotes withPriors(Map<String, PriorSpec> priors) {
        return new ModelNotes(id, version, license, trainingData, source, command, seed, metrics, evaluations, priors);
    }

    /** Begins a descriptor that says so, of a model whose id ends in {@code suffix}. */
    ModelDescriptorBuilder describe(ModelTask task, String architecture, String suffix) {
        return ModelDescriptor.builder(id + suffix, task, architecture)
                .version(version)
                .license(license)
                .trainingData(trainingData)
                .source(source)
                .metrics(metrics);
    }
}
