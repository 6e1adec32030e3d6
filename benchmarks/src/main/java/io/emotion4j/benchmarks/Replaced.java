package io.emotion4j.benchmarks;

import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.export.OnnxWriter;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The classifiers of the systems that the library replaces, as models of the library: untrained, which takes as long. Their sizes are
 * those of these systems.
 */
public enum Replaced {
    EFFICIENTNET_B0(ClassifierPreset.EFFICIENTNET_B0, ChannelOrder.RGB, 3, 224),
    VGG19(ClassifierPreset.VGG19, ChannelOrder.GRAY, 1, 48);

    private final ClassifierPreset preset;
    private final ChannelOrder order;
    private final int channels;
    private final int side;

    Replaced(ClassifierPreset preset, ChannelOrder order, int channels, int side) {
        this.preset = preset;
        this.order = order;
        this.channels = channels;
        this.side = side;
    }

    /** Writes it. */
    Model write(Path folder) throws IOException {
        ByteArrayOutputStream onnx = new ByteArrayOutputStream();
        OnnxWriter.write(BatchNormFolding.fold(preset.build(1, 0, channels, side)), onnx);
        Files.write(folder.resolve("model.onnx"), onnx.toByteArray());
        ModelDescriptor descriptor = ModelDescriptor.builder(
                        name().toLowerCase(Locale.ROOT), ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
                .files(Map.of("onnx", ModelFile.of("model.onnx", onnx.toByteArray())))
                .input(InputSpec.builder(Network.INPUT)
                        .size(side, side)
                        .channels(order)
                        .values(1 / 255f, Collections.nCopies(channels, 0.5f), Collections.nCopies(channels, 0.5f))
                        .build())
                .outputs(List.of("logits"))
                .scores(new ScoresSpec("logits", ScoresSpec.Kind.LOGITS))
                .labels(Model.shipped(Shipped.CLASSIFIER).descriptor().labels())
                .build();
        Files.writeString(folder.resolve("model.json"), descriptor.toJson());
        return Model.of(folder);
    }
}
