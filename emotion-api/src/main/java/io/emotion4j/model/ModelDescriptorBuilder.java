package io.emotion4j.model;

import io.emotion4j.Emotion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes a model step by step; made by {@link ModelDescriptor#builder}. Every model needs {@link #input} and {@link #outputs}, a
 * classifier also {@link #scores}, {@link #labels} and {@link #face}, a detector {@link #thresholds}. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ModelDescriptorBuilder {

    String id;
    final ModelTask task;
    String version = "1.0.0";
    String architecture;
    Map<String, ModelFile> files = Map.of();

    @Nullable
    InputSpec input;

    Map<String, ConstantSpec> constants = Map.of();

    List<String> outputs = List.of();

    @Nullable
    ScoresSpec scores;

    List<Emotion> labels = List.of();

    @Nullable
    FaceSpec face;

    @Nullable
    PriorSpec prior;

    Map<String, ExtraSpec> extras = Map.of();

    @Nullable
    ThresholdSpec thresholds;

    DecoderSpec decoder = DecoderSpec.none();

    @Nullable
    GoldenSpec golden;

    @Nullable
    ModelFile card;

    @Nullable
    ModelFile evaluation;

    String license = "";
    String trainingData = "";
    String source = "";
    Map<String, Double> metrics = Map.of();

    ModelDescriptorBuilder(String id, ModelTask task, String architecture) {
        this.id = Objects.requireNonNull(id, "id");
        this.task = Objects.requireNonNull(task, "task");
        this.architecture = Objects.requireNonNull(architecture, "architecture");
    }

    ModelDescriptorBuilder(ModelDescriptor from) {
        this(from.id(), from.task(), from.architecture());
        version = from.version();
        files = from.files();
        input = from.input();
        constants = from.constants();
        outputs = from.outputs();
        scores = from.scores();
        labels = from.labels();
        face = from.face();
        prior = from.prior();
        extras = from.extras();
        thresholds = from.thresholds();
        decoder = from.decoder();
        golden = from.golden();
        card = from.card();
        evaluation = from.evaluation();
        license = from.license();
        trainingData = from.trainingData();
        source = from.source();
        metrics = from.metrics();
    }

    /**
     * The model's name.
     *
     * @param id lower-case letters, digits, {@code . _ -}
     * @return this
     */
    public ModelDescriptorBuilder id(String id) {
        this.id = Objects.requireNonNull(id, "id");
        return this;
    }

    /**
     * Which decoder reads the outputs.
     *
     * @param architecture such as {@code "yunet"}
     * @return this
     */
    public ModelDescriptorBuilder architecture(String architecture) {
        this.architecture = Objects.requireNonNull(architecture, "architecture");
        return this;
    }

    /**
     * The model's version. Default {@code "1.0.0"}.
     *
     * @param version any text
     * @return this
     */
    public ModelDescriptorBuilder version(String version) {
        this.version = Objects.requireNonNull(version, "version");
        return this;
    }

    /**
     * The weights.
     *
     * @param files by format: {@code "onnx"}, {@code "torchscript"}, {@code "savedmodel"}; a model that can be run has at least one
     * @return this
     */
    public ModelDescriptorBuilder files(Map<String, ModelFile> files) {
        this.files = ModelDescriptor.copy(files);
        return this;
    }

    /**
     * The network's input.
     *
     * @param input how pictures become its numbers
     * @return this
     */
    public ModelDescriptorBuilder input(InputSpec input) {
        this.input = Objects.requireNonNull(input, "input");
        return this;
    }

    /**
     * The values of further inputs, which are always the same.
     *
     * @param constants by name, in the order in which a TorchScript module takes them after the pictures
     * @return this
     */
    public ModelDescriptorBuilder constants(Map<String, ConstantSpec> constants) {
        this.constants = ModelDescriptor.copy(constants);
        return this;
    }

    /**
     * The network's outputs.
     *
     * @param outputs every one, in order
     * @return this
     */
    public ModelDescriptorBuilder outputs(List<String> outputs) {
        this.outputs = List.copyOf(outputs);
        return this;
    }

    /**
     * Where a classifier's scores are.
     *
     * @param scores one of the outputs, and what its numbers are
     * @return this
     */
    public ModelDescriptorBuilder scores(@Nullable ScoresSpec scores) {
        this.scores = scores;
        return this;
    }

    /**
     * A classifier's labels.
     *
     * @param labels in the order of the scores, {@linkplain ScoresSpec#skipped() skipped} ones left out; at least two
     * @return this
     */
    public ModelDescriptorBuilder labels(List<Emotion> labels) {
        this.labels = List.copyOf(labels);
        return this;
    }

    /**
     * How a face is placed in a classifier's input.
     *
     * @param face margin and template
     * @return this
     */
    public ModelDescriptorBuilder face(@Nullable FaceSpec face) {
        this.face = face;
        return this;
    }

    /**
     * How often a classifier's training data showed each expression.
     *
     * @param prior a share for each label; null where that is not known
     * @return this
     */
    public ModelDescriptorBuilder prior(@Nullable PriorSpec prior) {
        this.prior = prior;
        return this;
    }

    /**
     * What a classifier says beside the scores.
     *
     * @param extras by the name that results give it, such as {@code "valence"}
     * @return this
     */
    public ModelDescriptorBuilder extras(Map<String, ExtraSpec> extras) {
        this.extras = ModelDescriptor.copy(extras);
        return this;
    }

    /**
     * A detector's defaults.
     *
     * @param thresholds least confidence, most overlap and voting
     * @return this
     */
    public ModelDescriptorBuilder thresholds(@Nullable ThresholdSpec thresholds) {
        this.thresholds = thresholds;
        return this;
    }

    /**
     * What a detector's decoder must know beside the outputs.
     *
     * @param decoder its settings
     * @return this
     */
    public ModelDescriptorBuilder decoder(DecoderSpec decoder) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        return this;
    }

    /**
     * A check of the loaded model.
     *
     * @param golden an input and its outputs; null where there is none
     * @return this
     */
    public ModelDescriptorBuilder golden(@Nullable GoldenSpec golden) {
        this.golden = golden;
        return this;
    }

    /**
     * The model card.
     *
     * @param card a text; null where there is none
     * @return this
     */
    public ModelDescriptorBuilder card(@Nullable ModelFile card) {
        this.card = card;
        return this;
    }

    /**
     * How good the model is.
     *
     * @param evaluation JSON as the evaluating commands print it; null where there is none
     * @return this
     */
    public ModelDescriptorBuilder evaluation(@Nullable ModelFile evaluation) {
        this.evaluation = evaluation;
        return this;
    }

    /**
     * The licence of the weights.
     *
     * @param license such as an SPDX identifier
     * @return this
     */
    public ModelDescriptorBuilder license(String license) {
        this.license = Objects.requireNonNull(license, "license");
        return this;
    }

    /**
     * What the model was trained on.
     *
     * @param trainingData a sentence
     * @return this
     */
    public ModelDescriptorBuilder trainingData(String trainingData) {
        this.trainingData = Objects.requireNonNull(trainingData, "trainingData");
        return this;
    }

    /**
     * Where the model comes from.
     *
     * @param source a sentence or an address
     * @return this
     */
    public ModelDescriptorBuilder source(String source) {
        this.source = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Measured figures.
     *
     * @param metrics by name
     * @return this
     */
    public ModelDescriptorBuilder metrics(Map<String, Double> metrics) {
        this.metrics = ModelDescriptor.copy(metrics);
        return this;
    }

    /**
     * Checks that all fits together.
     *
     * @return the descriptor
     * @throws IllegalArgumentException if something is wrong; the message names it as {@code model.json} does
     * @throws NullPointerException if there is no input
     */
    public ModelDescriptor build() {
        return ModelDescriptor.of(this);
    }
}
