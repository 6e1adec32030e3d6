package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.provider.Providers;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a network of which little is known. */
record DraftTrial(Engine engine, EngineOptions options, NetworkSpec network, byte[] weights) {

    /** The pictures that a network is tried with where the caller has none: patterns, each another. */
    static final int PATTERNS = 3;

    /**
     * The engine for a format.
     *
     * @throws NoProviderException if there is none
     */
    static Engine engine(List<String> formats, @Nullable String name) {
        List<Engine> found = Providers.engines().stream()
                .filter(engine -> name == null || engine.name().equals(name))
                .filter(engine -> formats.contains(engine.format()))
                .sorted(Comparator.comparingInt(Engine::priority).reversed())
                .toList();
        StringBuilder reasons = new StringBuilder();
        for (Engine engine : found) {
            if (engine.availability().available()) {
                return engine;
            }
            reasons.append("; ")
                    .append(engine.name())
                    .append(": ")
                    .append(engine.availability().detail());
        }
        throw new NoProviderException("A network in " + String.join(" or ", formats)
                + " has to be run once to be described, and no engine that was "
                + (name == null ? "found" : "asked for (" + name + ")") + " does: add "
                + "io.emotion4j:emotion-onnx for onnx, io.emotion4j:emotion-djl for torchscript and savedmodel (on the command"
                + " line, --engine pytorch or tensorflow)" + reasons);
    }

    /**
     * Runs it.
     *
     * @param pictures stretched to the input; as many as the batch shall have
     * @return the outputs
     * @throws ModelLoadException if the engine cannot load or run it
     */
    List<Tensor> run(InputSpec input, int width, int height, List<RgbImage> pictures) {
        return run(input, width, height, input(input, width, height, pictures), pictures.size());
    }

    /** {@return the numbers of pictures, as the network takes them but for their type} */
    static FloatBuffer input(InputSpec input, int width, int height, List<RgbImage> pictures) {
        int floats = input.channels().count() * width * height;
        FloatBuffer buffer = ByteBuffer.allocateDirect(floats * pictures.size() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        TensorWriter writer = TensorWriter.of(input);
        for (int i = 0; i < pictures.size(); i++) {
            RgbImage picture = pictures.get(i);
            Affine toSource = Affine.scaled((double) picture.width() / width, (double) picture.height() / height, 0, 0);
            writer.write(picture, toSource, width, height, Border.replicate(), buffer, i * floats);
        }
        return buffer;
    }

    /** Runs it on numbers that are there already. */
    List<Tensor> run(InputSpec input, int width, int height, FloatBuffer numbers, int batch) {
        long[] shape = input.shape(batch, height, width);
        try (InferenceSession session = engine.open(network, weights, options)) {
            return session.run(Tensor.converted(ElementType.of(input.type()), numbers, shape));
        } catch (NoProviderException | ModelLoadException e) {
            throw e;
        } catch (Exception e) {
            throw new ModelLoadException(
                    "Engine '" + engine.name() + "' does not run the network: " + e.getMessage(), e);
        }
    }

    /** {@return a made picture; another for each number. Rather dark: after scaling a medium gray may be 0, which tells little} */
    static RgbImage pattern(int number, int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    double wave = Math.sin(x * 6.0 * (number + 1) / width + c) * Math.cos(y * 5.0 / height + number);
                    pixels[(y * width + x) * 3 + c] = (byte) Math.rint(80 + 10 * c + 75 * wave);
                }
            }
        }
        return RgbImage.of(width, height, pixels);
    }
}
