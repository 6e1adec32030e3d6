package io.emotion4j.training.torch;

import io.emotion4j.training.network.Weight;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive: one module class whose attributes are the weights and whose methods are given as source
 * text. The layout (a stored zip of {@code data.pkl}, {@code code/}, {@code data/} and {@code version}) is that of
 * PyTorch's {@code torch/csrc/jit/serialization/docs/serialization.md}. The same input gives the same bytes.
 */
final class TorchScriptArchive {

    private TorchScriptArchive() {}

    /** How the filters of convolutions lie in the file; their shape stays [out, in, height, width]. */
    enum Layout {
        /** As the optimiser wants them. */
        CHANNELS_FIRST,
        /** As convolutions in that layout read them; otherwise PyTorch turns every filter in every run. */
        CHANNELS_LAST
    }

    /** @param methods TorchScript source of the methods, indented by two blanks; weights are {@code self.NAME} */
    static void write(OutputStream out, String methods, Map<String, Weight> weights, Layout layout) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
            entry(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            entry(
                    zip,
                    "constants.pkl",
                    new Pickle().op(Pickle.EMPTY_TUPLE, Pickle.STOP).bytes());
            entry(zip, "code/__torch__.py", source(methods, weights).getBytes(StandardCharsets.UTF_8));
            entry(zip, "data.pkl", module(weights, layout));
            int index = 0;
            for (Weight weight : weights.values()) {
                ByteBuffer bytes = ByteBuffer.allocate(weight.values().length * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(turned(weight, layout) ? channelsLast(weight) : weight.values());
                entry(zip, "data/" + index++, bytes.array());
            }
        }
    }

    private static String source(String methods, Map<String, Weight> weights) {
        StringBuilder text = new StringBuilder("class Net(Module):\n");
        text.append("  __parameters__ = [").append(names(weights, true)).append("]\n");
        text.append("  __buffers__ = [").append(names(weights, false)).append("]\n");
        text.append("  training : bool\n");
        weights.keySet().forEach(name -> text.append("  ").append(name).append(" : Tensor\n"));
        return text.append(methods).toString();
    }

    private static String names(Map<String, Weight> weights, boolean trained) {
        StringBuilder text = new StringBuilder();
        weights.forEach((name, weight) -> {
            if (weight.trained() == trained) {
                text.append('"').append(name).append("\", ");
            }
        });
        return text.toString();
    }

    private static byte[] module(Map<String, Weight> weights, Layout layout) {
        Pickle pickle = new Pickle().global("__torch__", "Net");
        pickle.op(Pickle.EMPTY_TUPLE, Pickle.NEW_OBJECT, Pickle.EMPTY_DICT, Pickle.MARK);
        pickle.string("training").op(Pickle.FALSE);
        int index = 0;
        for (Map.Entry<String, Weight> entry : weights.entrySet()) {
            pickle.string(entry.getKey());
            tensor(pickle, index++, entry.getValue(), layout);
        }
        return pickle.op(Pickle.SET_ITEMS, Pickle.BUILD, Pickle.STOP).bytes();
    }

    private static void tensor(Pickle pickle, int index, Weight weight, Layout layout) {
        int[] shape = weight.shape();
        int[] strides = new int[shape.length];
        int size = 1;
        for (int dimension : turned(weight, layout) ? new int[] {1, 3, 2, 0} : reversed(shape.length)) {
            strides[dimension] = size;
            size *= shape[dimension];
        }
        pickle.global("torch._utils", "_rebuild_tensor_v2").op(Pickle.MARK);
        pickle.op(Pickle.MARK).string("storage").global("torch", "FloatStorage").string(Integer.toString(index));
        pickle.string("cpu").integer(size).op(Pickle.TUPLE, Pickle.PERSISTENT_ID);
        pickle.integer(0).tuple(shape).tuple(strides).op(weight.trained() ? Pickle.TRUE : Pickle.FALSE);
        pickle.global("collections", "OrderedDict").op(Pickle.EMPTY_TUPLE, Pickle.REDUCE);
        pickle.op(Pickle.TUPLE, Pickle.REDUCE);
    }

    private static int[] reversed(int count) {
        return IntStream.range(0, count).map(i -> count - 1 - i).toArray();
    }

    private static boolean turned(Weight weight, Layout layout) {
        return layout == Layout.CHANNELS_LAST && weight.shape().length == 4;
    }

    /** [out, in, height, width] to [out, height, width, in]. */
    private static float[] channelsLast(Weight weight) {
        int outputs = weight.shape()[0];
        int inputs = weight.shape()[1];
        int area = weight.shape()[2] * weight.shape()[3];
        float[] values = weight.values();
        float[] turned = new float[values.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                for (int p = 0; p < area; p++) {
                    turned[(o * area + p) * inputs + i] = values[(o * inputs + i) * area + p];
                }
            }
        }
        return turned;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] data) throws IOException {
        ZipEntry entry = new ZipEntry("net/" + name);
        CRC32 crc = new CRC32();
        crc.update(data);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(data.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }
}
