package io.emotion4j.internal.session;

import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs the golden input of a model and compares the outputs: an engine that computes something else is found out at once. */
record GoldenCheck(Model model, GoldenSpec golden, String engine) {

    void run(ModelSession session) {
        FloatBuffer numbers = ByteBuffer.wrap(model.read(golden.file()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        long[] inputShape = shape(golden.inputShape());
        FloatBuffer input =
                BufferPool.allocate(BufferPool.floats(count(inputShape))).asFloatBuffer();
        input.put(numbers.slice(0, input.capacity())).flip();
        numbers.position(input.capacity());
        Map<String, Tensor> outputs;
        try {
            outputs = session.run(Tensor.of(input, inputShape));
        } catch (InferenceException e) {
            throw session.doesNotRun(model, e, "");
        }
        for (Map.Entry<String, List<Long>> expected : golden.outputShapes().entrySet()) {
            String name = expected.getKey();
            Tensor output = outputs.get(name);
            if (output == null) {
                throw failed(name, "an output", outputs.keySet().toString());
            }
            compare(name, shape(expected.getValue()), output, numbers);
        }
    }

    private void compare(String name, long[] shape, Tensor output, FloatBuffer expected) {
        if (!Arrays.equals(shape, output.shape())) {
            throw failed(name, Arrays.toString(shape), Arrays.toString(output.shape()));
        }
        FloatBuffer found = output.floats();
        for (int i = 0; found.hasRemaining(); i++) {
            float e = expected.get();
            float f = found.get();
            if (!(Math.abs(e - f) <= golden.tolerance())) {
                throw failed(name + "[" + i + "]", e + " within " + golden.tolerance(), String.valueOf(f));
            }
        }
    }

    private ModelLoadException failed(String where, String expected, String found) {
        return new ModelLoadException("Model " + model + " fails its golden check on engine '" + engine + "': " + where
                + " expected " + expected + ", found " + found
                + "; weights and descriptor do not belong together, or the "
                + "engine computes something else");
    }

    private static long[] shape(List<Long> shape) {
        long[] sides = new long[shape.size()];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = shape.get(i);
        }
        return sides;
    }

    private static int count(long[] shape) {
        long count = 1;
        for (long side : shape) {
            count = Math.multiplyExact(count, side);
        }
        return Math.toIntExact(count);
    }
}
