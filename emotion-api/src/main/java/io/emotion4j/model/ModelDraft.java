package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.spi.EngineOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes a network of which there are only the weights: it reads what the file tells, runs the network, and says of each guess why.
 * What cannot be known is left to the caller and named. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ModelDraft {

    final List<Path> weights;

    @Nullable
    String id;

    List<@Nullable String> labels = List.of();

    @Nullable
    Float scale;

    List<Float> mean = List.of();
    List<Float> std = List.of();
    int width;
    int height;

    @Nullable
    TensorLayout layout;

    @Nullable
    ChannelOrder channels;

    List<String> outputs = List.of();

    @Nullable
    String scores;

    ScoresSpec.@Nullable Kind kind;

    Map<String, ConstantSpec> constants = Map.of();

    @Nullable
    Float margin;

    String license = "";
    String source = "";
    String trainingData = "";

    @Nullable
    String engine;

    EngineOptions engineOptions = EngineOptions.defaults();
    List<RgbImage> pictures = List.of();

    private ModelDraft(List<Path> weights) {
        this.weights = List.copyOf(weights);
    }

    /**
     * Begins.
     *
     * @param weights files of one network: one a format, in ONNX, TorchScript or as frozen {@code saved_model.pb}
     * @return a draft, of which what is known can be set
     * @throws IllegalArgumentException if there is none
     */
    public static ModelDraft of(List<Path> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("A model has at least one weight file, found none");
        }
        return new ModelDraft(weights);
    }

    /**
     * The model's name; the first file's unless it is set.
     *
     * @param id lower-case letters, digits, {@code . _ -}
     * @return this
     */
    public ModelDraft id(String id) {
        this.id = Objects.requireNonNull(id, "id");
        return this;
    }

    /**
     * What a classifier's scores stand for.
     *
     * @param labels in the order of the output, in any data set's words; null for one that is left out
     * @return this
     */
    public ModelDraft labels(List<@Nullable String> labels) {
        this.labels = Collections.unmodifiableList(new ArrayList<>(labels));
        return this;
    }

    /**
     * How pixels become the network's numbers: {@code (pixel * scale - mean) / std}.
     *
     * @param scale factor for pixels 0 to 255
     * @param mean one number, or one a channel; empty for 0
     * @param std one number, or one a channel; empty for 1
     * @return this
     */
    public ModelDraft values(float scale, List<Float> mean, List<Float> std) {
        this.scale = scale;
        this.mean = List.copyOf(mean);
        this.std = List.copyOf(std);
        return this;
    }

    /**
     * The input's size, where the file leaves it open.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @return this
     * @throws IllegalArgumentException if a side is less than 1
     */
    public ModelDraft size(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A size is at least 1x1, found " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        return this;
    }

    /**
     * The order of the input's axes, where the file leaves it open.
     *
     * @param layout channels first or last
     * @return this
     */
    public ModelDraft layout(TensorLayout layout) {
        this.layout = Objects.requireNonNull(layout, "layout");
        return this;
    }

    /**
     * The colours, where there is more than one channel.
     *
     * @param channels their order
     * @return this
     */
    public ModelDraft channels(ChannelOrder channels) {
        this.channels = Objects.requireNonNull(channels, "channels");
        return this;
    }

    /**
     * The outputs' names, where the file tells none.
     *
     * @param outputs every one, in order
     * @return this
     */
    public ModelDraft outputs(List<String> outputs) {
        this.outputs = List.copyOf(outputs);
        return this;
    }

    /**
     * Which output holds a classifier's scores, where several could.
     *
     * @param output its name
     * @return this
     */
    public ModelDraft scores(String output) {
        this.scores = Objects.requireNonNull(output, "output");
        return this;
    }

    /**
     * What a classifier's numbers are, where a run does not tell rightly.
     *
     * @param kind of numbers
     * @return this
     */
    public ModelDraft kind(ScoresSpec.Kind kind) {
        this.kind = Objects.requireNonNull(kind, "kind");
        return this;
    }

    /**
     * The values of inputs that are always the same.
     *
     * @param constants by name
     * @return this
     */
    public ModelDraft constants(Map<String, ConstantSpec> constants) {
        this.constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        return this;
    }

    /**
     * How much about a face's box a classifier was trained to see.
     *
     * @param margin the part of the box's side that is added on each side
     * @return this
     */
    public ModelDraft margin(float margin) {
        this.margin = margin;
        return this;
    }

    /**
     * Where the model comes from.
     *
     * @param license of the weights, such as an SPDX identifier
     * @param source a sentence or an address
     * @param trainingData a sentence
     * @return this
     */
    public ModelDraft origin(String license, String source, String trainingData) {
        this.license = Objects.requireNonNull(license, "license");
        this.source = Objects.requireNonNull(source, "source");
        this.trainingData = Objects.requireNonNull(trainingData, "trainingData");
        return this;
    }

    /**
     * What the network is tried on.
     *
     * @param engine its name; null for the best that reads one of the files
     * @param options device and threads
     * @return this
     */
    public ModelDraft engine(@Nullable String engine, EngineOptions options) {
        this.engine = engine;
        this.engineOptions = Objects.requireNonNull(options, "options");
        return this;
    }

    /**
     * Pictures that the network is tried with, stretched to its input; made patterns unless they are set.
     *
     * @param pictures such as faces
     * @return this
     */
    public ModelDraft pictures(List<RgbImage> pictures) {
        this.pictures = List.copyOf(pictures);
        return this;
    }

    /**
     * Looks at the weights and runs the network.
     *
     * @return what was found, guessed, and could not be known
     * @throws ModelLoadException if a file is of no format that is known, two are of the same, or the network does not run
     * @throws io.emotion4j.NoProviderException if no engine here runs one of the files
     * @throws IOException if a file cannot be read
     */
    public DraftedModel look() throws IOException {
        return new Drafting(this).run();
    }
}
