package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.files.WholeFile;
import io.emotion4j.internal.json.IndentedJson;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonSplice;
import io.emotion4j.internal.session.Weights;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records what a model on disk answers today, so that it is found out when it answers something else: on another engine, or because
 * its files were exchanged.
 *
 * @since 0.1.0
 */
public final class GoldenPair {

    private static final float TOLERANCE = 1e-3f;
    /** Of large numbers, such as places in pixels, engines agree in their first digits only. */
    private static final float OF_LARGEST = 1e-4f;

    /** Of a network that takes any size; not square, so that exchanged sides are found out. */
    private static final int WIDTH = 96;

    private static final int HEIGHT = 64;

    private GoldenPair() {}

    /**
     * Runs the model once, writes input and outputs beside the descriptor, and names them in it. The descriptor changes at once and in
     * nothing else; a golden pair that it had is replaced, its file stays.
     *
     * @param path a descriptor, or a folder that holds a {@code model.json}
     * @param picture what is put in, stretched to the input; null for a made pattern
     * @param engine on which engine; null for the best that reads one of the model's formats
     * @param options its device and threads
     * @return what the descriptor says now
     * @throws ModelLoadException if the model is wrong or does not run, or its answer is not finite
     * @throws io.emotion4j.NoProviderException if no engine here runs it
     * @throws IOException if a file cannot be written; then the descriptor is as it was
     */
    public static GoldenSpec write(
            Path path, @Nullable RgbImage picture, @Nullable String engine, EngineOptions options) throws IOException {
        Path descriptor = Files.isDirectory(path) ? path.resolve("model.json") : path;
        if (Files.isRegularFile(descriptor) && ZipSource.isZip(descriptor)) {
            throw new ModelLoadException(
                    descriptor + " is a zip file, and a golden pair is written into a folder; unpack it first");
        }
        Model model = Model.of(descriptor);
        ModelDescriptor described = model.descriptor();
        if (described.files().values().stream().anyMatch(file -> !file.stages().isEmpty())) {
            throw new ModelLoadException("Model " + model
                    + " is made of several networks (\"stages\"), and a golden pair is of one: it cannot have one");
        }
        InputSpec input = described.input();
        int width = input.anySize() ? multiple(WIDTH, input.multipleOf()) : input.width();
        int height = input.anySize() ? multiple(HEIGHT, input.multipleOf()) : input.height();
        Engine found = DraftTrial.engine(List.copyOf(described.files().keySet()), engine);
        ModelFile file = Objects.requireNonNull(described.files().get(found.format()));
        RgbImage shown = picture == null ? DraftTrial.pattern(0, width, height) : picture;
        FloatBuffer in = DraftTrial.input(input, width, height, List.of(shown));
        List<Tensor> outputs = new DraftTrial(
                        found, options, NetworkSpec.of(described), Weights.read(model, file, found.format()))
                .run(input, width, height, in, 1);
        byte[] bytes = bytes(described, in, outputs);
        String sha256 = Checksum.sha256(bytes);
        GoldenSpec golden = new GoldenSpec(
                new ModelFile("golden-" + sha256.substring(0, 8) + ".f32", sha256, bytes.length),
                shape(input.shape(1, height, width)),
                shapes(described.outputs(), outputs),
                tolerance(outputs));
        String text = with(Files.readString(descriptor), golden);
        WholeFile.write(descriptor.resolveSibling(golden.file().path()), out -> out.write(bytes));
        WholeFile.write(descriptor, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return golden;
    }

    private static int multiple(int least, int of) {
        return (least + of - 1) / of * of;
    }

    private static byte[] bytes(ModelDescriptor model, FloatBuffer input, List<Tensor> outputs) {
        int floats = input.capacity()
                + outputs.stream()
                        .mapToInt(output -> output.floats().remaining())
                        .sum();
        ByteBuffer bytes = ByteBuffer.allocate(floats * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer numbers = bytes.asFloatBuffer().put(input.duplicate());
        for (int i = 0; i < outputs.size(); i++) {
            FloatBuffer output = outputs.get(i).floats();
            while (output.hasRemaining()) {
                float number = output.get();
                if (!Float.isFinite(number)) {
                    throw new ModelLoadException("Output '" + model.outputs().get(i) + "' of model '" + model.id()
                            + "' holds " + number + ", which is no answer to keep; run `emotion4j models check`");
                }
                numbers.put(number);
            }
        }
        return bytes.array();
    }

    private static float tolerance(List<Tensor> outputs) {
        float largest = 0;
        for (Tensor output : outputs) {
            FloatBuffer numbers = output.floats();
            while (numbers.hasRemaining()) {
                largest = Math.max(largest, Math.abs(numbers.get()));
            }
        }
        return Math.max(TOLERANCE, OF_LARGEST * largest);
    }

    private static List<Long> shape(long[] sides) {
        return Arrays.stream(sides).boxed().toList();
    }

    private static Map<String, List<Long>> shapes(List<String> names, List<Tensor> outputs) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            shapes.put(names.get(i), shape(outputs.get(i).shape()));
        }
        return shapes;
    }

    private static String with(String text, GoldenSpec golden) {
        String value = IndentedJson.of(DescriptorWriter.golden(golden)).strip().replace("\n", "\n  ");
        String changed = JsonSplice.with(text, "golden", value);
        try {
            DescriptorReader.read(changed);
        } catch (JsonException e) {
            throw new ModelLoadException("The golden pair does not go with the descriptor: " + e.getMessage(), e);
        }
        return changed;
    }
}
