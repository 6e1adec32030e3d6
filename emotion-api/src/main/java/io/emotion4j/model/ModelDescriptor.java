package io.emotion4j.model;

import io.emotion4j.Emotion;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says about a model: a model is described, not guessed. Immutable; {@link #toJson} writes it, {@link Model}
 * reads it.
 *
 * @since 0.1.0
 */
public final class ModelDescriptor {

    private final String id;
    private final String version;
    private final ModelTask task;
    private final String architecture;
    private final Map<String, ModelFile> files;
    private final InputSpec input;
    private final Map<String, ConstantSpec> constants;
    private final List<String> outputs;
    private final @Nullable ScoresSpec scores;
    private final List<Emotion> labels;
    private final @Nullable FaceSpec face;
    private final @Nullable PriorSpec prior;
    private final Map<String, ExtraSpec> extras;
    private final @Nullable ThresholdSpec thresholds;
    private final DecoderSpec decoder;
    private final @Nullable GoldenSpec golden;
    private final @Nullable ModelFile card;
    private final @Nullable ModelFile evaluation;
    private final String license;
    private final String trainingData;
    private final String source;
    private final Map<String, Double> metrics;

    private ModelDescriptor(ModelDescriptorBuilder builder) {
        id = builder.id;
        version = builder.version;
        task = builder.task;
        architecture = builder.architecture;
        files = builder.files;
        input = Objects.requireNonNull(builder.input, "input");
        constants = builder.constants;
        outputs = builder.outputs;
        scores = builder.scores;
        labels = builder.labels;
        face = builder.face;
        prior = builder.prior;
        extras = builder.extras;
        thresholds = builder.thresholds;
        decoder = builder.decoder;
        golden = builder.golden;
        card = builder.card;
        evaluation = builder.evaluation;
        license = builder.license;
        trainingData = builder.trainingData;
        source = builder.source;
        metrics = builder.metrics;
    }

    static ModelDescriptor of(ModelDescriptorBuilder builder) {
        ModelDescriptor model = new ModelDescriptor(builder);
        new DescriptorRules(model).check();
        return model;
    }

    /** {@return a descriptor whose parts need not fit together, to find out where they do not} */
    static ModelDescriptor unchecked(ModelDescriptorBuilder builder) {
        return new ModelDescriptor(builder);
    }

    /**
     * Describes a model.
     *
     * @param id name of the model, such as {@code "fer-resnet"}: lower-case letters, digits, {@code . _ -}
     * @param task what it is for
     * @param architecture which decoder reads its outputs, such as {@code "softmax-classifier"} or {@code "yunet"}
     * @return a builder
     */
    public static ModelDescriptorBuilder builder(String id, ModelTask task, String architecture) {
        return new ModelDescriptorBuilder(id, task, architecture);
    }

    /** {@return a builder that holds what this descriptor says} */
    public ModelDescriptorBuilder toBuilder() {
        return new ModelDescriptorBuilder(this);
    }

    /** {@return name of the model, such as {@code "fer-resnet"}} */
    public String id() {
        return id;
    }

    /** {@return version of the model} */
    public String version() {
        return version;
    }

    /** {@return what it is for} */
    public ModelTask task() {
        return task;
    }

    /** {@return which decoder reads its outputs: {@code "softmax-classifier"}, {@code "yunet"}} */
    public String architecture() {
        return architecture;
    }

    /** {@return weights by format: {@code "onnx"}, {@code "torchscript"}, {@code "savedmodel"}} */
    public Map<String, ModelFile> files() {
        return files;
    }

    /** {@return the network's input} */
    public InputSpec input() {
        return input;
    }

    /** {@return the values of inputs that are always the same, by name, in the order in which a TorchScript module takes them} */
    public Map<String, ConstantSpec> constants() {
        return constants;
    }

    /** {@return every output of the network, in order} */
    public List<String> outputs() {
        return outputs;
    }

    /** {@return where the scores are; classifiers only} */
    public @Nullable ScoresSpec scores() {
        return scores;
    }

    /** {@return the labels in output order, {@linkplain ScoresSpec#skipped() skipped} ones left out; empty for detectors} */
    public List<Emotion> labels() {
        return labels;
    }

    /** {@return how a face is placed in the input; classifiers only} */
    public @Nullable FaceSpec face() {
        return face;
    }

    /** {@return how often the training data showed each expression; null where not said; classifiers only} */
    public @Nullable PriorSpec prior() {
        return prior;
    }

    /** {@return what the network says beside the scores, by name; classifiers only} */
    public Map<String, ExtraSpec> extras() {
        return extras;
    }

    /** {@return defaults; detectors only} */
    public @Nullable ThresholdSpec thresholds() {
        return thresholds;
    }

    /** {@return what the decoder of the outputs must know beside them; detectors only} */
    public DecoderSpec decoder() {
        return decoder;
    }

    /** {@return a check of the loaded model; null where there is none} */
    public @Nullable GoldenSpec golden() {
        return golden;
    }

    /** {@return the model card, a text; null where there is none} */
    public @Nullable ModelFile card() {
        return card;
    }

    /**
     * How good the model is.
     *
     * @return JSON as {@code evaluate-classifier} and {@code evaluate-detector} print it; null where there is none
     */
    public @Nullable ModelFile evaluation() {
        return evaluation;
    }

    /** {@return licence of the weights; empty where not said} */
    public String license() {
        return license;
    }

    /** {@return what it was trained on; empty where not said} */
    public String trainingData() {
        return trainingData;
    }

    /** {@return where it comes from; empty where not said} */
    public String source() {
        return source;
    }

    /** {@return measured figures by name} */
    public Map<String, Double> metrics() {
        return metrics;
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

    /** {@return the text of a {@code model.json}, format version 1; what {@link Model} reads from it equals this descriptor} */
    public String toJson() {
        return DescriptorWriter.write(this);
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(
                id,
                version,
                task,
                architecture,
                files,
                input,
                constants,
                outputs,
                scores,
                labels,
                face,
                prior,
                extras,
                thresholds,
                decoder,
                golden,
                card,
                evaluation,
                license,
                trainingData,
                source,
                metrics);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelDescriptor that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** {@return such as {@code fer-resnet 1.2.1 (emotion-classification, softmax-classifier)}} */
    @Override
    public String toString() {
        return id + " " + version + " (" + task.key() + ", " + architecture + ")";
    }

    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
