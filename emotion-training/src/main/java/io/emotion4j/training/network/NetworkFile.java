package io.emotion4j.training.network;

import io.emotion4j.internal.files.WholeFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the weights of a network in a file: name, count and big-endian float32 values of each, in the network's order.
 *
 * @since 0.1.0
 */
public final class NetworkFile {

    /** Usual file name. */
    public static final String NAME = "network.bin";

    private NetworkFile() {}

    public static void write(Network network, Path file) throws IOException {
        WholeFile.write(file, stream -> {
            DataOutputStream out = new DataOutputStream(stream);
            out.writeInt(network.weights().size());
            for (Map.Entry<String, Weight> entry : network.weights().entrySet()) {
                float[] values = entry.getValue().values();
                ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
                bytes.asFloatBuffer().put(values);
                out.writeUTF(entry.getKey());
                out.writeInt(values.length);
                out.write(bytes.array());
            }
            out.flush();
        });
    }

    /**
     * Reads the weights of a network.
     *
     * @param architecture the network that the weights belong to, before any filter of it was pruned
     */
    public static Network read(Network architecture, Path file) throws IOException {
        Map<String, float[]> weights = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                float[] values = new float[in.readInt()];
                ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES))
                        .asFloatBuffer()
                        .get(values);
                weights.put(name, values);
            }
        }
        return NarrowerNetwork.of(architecture, weights);
    }
}
