package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineBacked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizedModelTest {

    private static final int SIDE = 24;

    @TempDir
    Path folder;

    private final Random random = new Random(5);

    private String weight(OnnxNodes nodes, String name, double deviation, long... shape) {
        float[] values = new float[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return nodes.floats(name, values, shape);
    }

    private String positive(OnnxNodes nodes, String name, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 0.5f + random.nextFloat();
        }
        return nodes.floats(name, values, count);
    }

    /** Convolution, normalisation, ReLU, a gate (squeeze and excitation), two paths added, an average, a dense layer. */
    private byte[] network(long opset) throws IOException {
        return network(opset, false);
    }

    /** @param shaped whether the input is given its shape within the network */
    private byte[] network(long opset, boolean shaped) throws IOException {
        OnnxNodes nodes = new OnnxNodes();
        String in = nodes.input("in", 1, SIDE, SIDE);
        if (shaped) {
            in = nodes.node("Reshape", "shaped", List.of(in, nodes.indices("sides", 0, 1, SIDE, SIDE)));
        }
        String x = nodes.node(
                "Conv", "c1", List.of(in, weight(nodes, "w1", 0.4, 16, 1, 3, 3)), OnnxNodes.wholes("pads", 1, 1, 1, 1));
        x = nodes.node(
                "BatchNormalization",
                "n1",
                List.of(
                        x,
                        positive(nodes, "g", 16),
                        weight(nodes, "b", 0.2, 16),
                        weight(nodes, "m", 0.2, 16),
                        positive(nodes, "v", 16)));
        x = nodes.node("Relu", "r1", List.of(x));
        String y = nodes.node(
                "Conv",
                "c2",
                List.of(x, weight(nodes, "w2", 0.12, 16, 16, 3, 3), weight(nodes, "b2", 0.1, 16)),
                OnnxNodes.wholes("pads", 1, 1, 1, 1));
        String gate = nodes.node("GlobalAveragePool", "squeeze", List.of(y));
        gate = nodes.node(
                "Sigmoid",
                "gate",
                List.of(nodes.node("Conv", "c3", List.of(gate, weight(nodes, "w3", 0.3, 16, 16, 1, 1)))));
        y = nodes.node("Mul", "gated", List.of(y, gate));
        x = nodes.node("Relu", "r2", List.of(nodes.node("Add", "sum", List.of(x, y))));
        x = nodes.node(
                "MaxPool",
                "pool",
                List.of(x),
                OnnxNodes.wholes("kernel_shape", 2, 2),
                OnnxNodes.wholes("strides", 2, 2));
        x = nodes.node("Conv", "c4", List.of(x, weight(nodes, "w4", 0.1, 32, 16, 3, 3)));
        x = nodes.node("Flatten", "flat", List.of(nodes.node("GlobalAveragePool", "mean", List.of(x))));
        nodes.output(
                nodes.node("Gemm", "dense", List.of(x, weight(nodes, "w5", 0.3, 32, 7), weight(nodes, "b5", 0.1, 7))),
                "scores");
        ModelProto.Builder model = ModelProto.parseFrom(nodes.bytes()).toBuilder();
        model.getOpsetImportBuilder(0).setVersion(opset);
        return model.setIrVersion(opset < 13 ? 6 : 8).build().toByteArray();
    }

    private static Model model(byte[] onnx) throws Exception {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(onnx));
        ModelDescriptor descriptor = ModelDescriptor.builder(
                        "tiny", ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
                .files(Map.of("onnx", new ModelFile("tiny.onnx", hash, onnx.length)))
                .input(InputSpec.builder("in")
                        .size(SIDE, SIDE)
                        .values(1 / 127.5f, List.of(1f), List.of(1f))
                        .build())
                .outputs(List.of("scores"))
                .scores(new ScoresSpec("scores", ScoresSpec.Kind.LOGITS))
                .labels(List.of(
                        Emotion.ANGRY,
                        Emotion.DISGUST,
                        Emotion.FEAR,
                        Emotion.HAPPY,
                        Emotion.SAD,
                        Emotion.SURPRISE,
                        Emotion.NEUTRAL))
                .build();
        return Model.of(Map.of("model.json", descriptor.toJson().getBytes(StandardCharsets.UTF_8), "tiny.onnx", onnx));
    }

    private List<RgbImage> crops(int count) {
        List<RgbImage> crops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[SIDE * SIDE * 3];
            int centre = 60 + random.nextInt(120);
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (byte) Math.max(0, Math.min(255, centre + 60 * random.nextGaussian()));
            }
            crops.add(RgbImage.of(SIDE, SIDE, pixels));
        }
        return crops;
    }

    private static List<EmotionScores> answers(Model model, List<RgbImage> crops) {
        Engine onnx = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.format().equals("onnx"))
                .findFirst()
                .orElseThrow();
        try (EmotionClassifier classifier =
                EngineBacked.classifiers(onnx).create(model, ClassifierOptions.defaults())) {
            return classifier.classifyCrops(crops);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 17})
    void answersStayNearlyWhatTheyWere(long opset) throws Exception {
        Model model = model(network(opset));
        QuantizedModel quantized = QuantizedModel.classifier(model, crops(64));
        // Not the first, which reads pixels, nor the one between two averages.
        assertThat(quantized.convolutions()).isEqualTo(2);
        Model written = quantized.write(folder.resolve("made"));
        assertThat(written.descriptor().id()).isEqualTo("tiny-int8");
        List<RgbImage> others = crops(32);
        List<EmotionScores> before = answers(model, others);
        List<EmotionScores> after = answers(written, others);
        double most = 0;
        for (int i = 0; i < others.size(); i++) {
            for (Emotion emotion : before.get(i).keySet()) {
                most = Math.max(
                        most,
                        Math.abs(before.get(i).score(emotion) - after.get(i).score(emotion)));
            }
        }
        // Rounded indeed, but by little.
        assertThat(most).isBetween(1e-6, 0.03);
    }

    /** As networks do that take pixels as they are. */
    @Test
    void whatIsDoneToTheInputBeforeTheFirstConvolutionDoesNotEndTheBytes() throws Exception {
        assertThat(QuantizedModel.classifier(model(network(17, true)), crops(8)).convolutions())
                .isEqualTo(2);
    }

    @Test
    void weightsBecomeWholeNumbersAndBatchNormalisationIsGone() throws Exception {
        byte[] onnx = network(17);
        QuantizedModel quantized = QuantizedModel.classifier(model(onnx), crops(8));
        ModelProto made = ModelProto.parseFrom(quantized.onnx());
        assertThat(made.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .doesNotContain("BatchNormalization");
        assertThat(made.getGraph().getInitializerList())
                .filteredOn(tensor -> tensor.getDataType() == ai.onnx.proto.OnnxMl.TensorProto.DataType.INT8_VALUE
                        && tensor.getDimsCount() == 4)
                .hasSize(2);
        assertThat(quantized.onnx().length).isLessThan(onnx.length * 2 / 3);
    }

    @Test
    void whatCannotBeQuantisedIsSaid() throws Exception {
        OnnxNodes nodes = new OnnxNodes();
        String flat = nodes.node("Flatten", "flat", List.of(nodes.input("in", 1, SIDE, SIDE)));
        nodes.output(nodes.node("Gemm", "dense", List.of(flat, weight(nodes, "w", 0.1, SIDE * SIDE, 7))), "scores");
        Model dense = model(nodes.bytes());
        assertThatThrownBy(() -> QuantizedModel.classifier(dense, crops(2)))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageEndingWith(
                        "has no convolution that reads what another layer gives, so there is nothing to quantise");
        assertThatThrownBy(() -> QuantizedModel.classifier(dense, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected pictures to measure ranges with, found none");
        QuantizedModel made = QuantizedModel.classifier(model(network(17)), crops(2));
        Files.writeString(folder.resolve("model.json"), "{}");
        assertThatThrownBy(() -> made.write(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        folder.resolve("model.json") + " is there already; remove it first, or name another folder");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
