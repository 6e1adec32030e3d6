package io.emotion4j.training.torch;

import ai.djl.pytorch.engine.PtNDArray;
import io.emotion4j.training.network.NarrowerNetwork;
import io.emotion4j.training.network.Network;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** State of a run after an epoch: weights, optimiser and moving average. Replaced in one move, so a kill leaves the old or the new. */
final class Checkpoint {

    static final int MAGIC = 0x45344a31;

    private Checkpoint() {}

    static void write(Path file, int epochsDone, TrainingModule module, Optimizer optimizer) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(MAGIC);
            out.writeInt(epochsDone);
            out.writeLong(optimizer.steps());
            List<PtNDArray> arrays = arrays(module, optimizer);
            out.writeInt(arrays.size());
            for (PtNDArray array : arrays) {
                float[] values = array.toFloatArray();
                ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
                bytes.asFloatBuffer().put(values);
                out.writeInt(values.length);
                out.write(bytes.array());
            }
        }
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Brings a run back to where it was; returns the epochs done. */
    static int read(Path file, TrainingModule module, Optimizer optimizer) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int magic = in.readInt();
            if (magic != MAGIC) {
                throw new IOException("'" + file + "' is no checkpoint of this trainer: it starts with "
                        + Integer.toHexString(magic) + ", expected " + Integer.toHexString(MAGIC));
            }
            int epochsDone = in.readInt();
            optimizer.restoreSteps(in.readLong());
            List<PtNDArray> arrays = arrays(module, optimizer);
            int count = in.readInt();
            if (count != arrays.size()) {
                throw new IOException("Checkpoint '" + file + "' holds " + count + " arrays, this network has "
                        + arrays.size() + "; use the options that the run was started with");
            }
            for (PtNDArray array : arrays) {
                int length = in.readInt();
                if (length != array.size()) {
                    throw new IOException("Checkpoint '" + file + "' holds an array of " + length
                            + " numbers where this network has " + array.size()
                            + "; use the options that the run was started with");
                }
                try (PtNDArray loaded = (PtNDArray) module.manager().create(floats(in, length), array.getShape())) {
                    module.copy(loaded, array);
                }
            }
            return epochsDone;
        }
    }

    /** The averaged weights alone, without an engine: they are the last arrays of the file. */
    static Network averages(Path file, Network architecture) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(2 * Integer.BYTES + Long.BYTES);
            int before = in.readInt() - architecture.weights().size();
            if (before < architecture.weights().size()) {
                throw new IOException("Checkpoint '" + file + "' does not belong to a network of "
                        + architecture.weights().size() + " weights; name the preset that the run was started with");
            }
            for (int i = 0; i < before; i++) {
                in.skipNBytes((long) in.readInt() * Float.BYTES);
            }
            Map<String, float[]> values = new LinkedHashMap<>();
            for (String name : architecture.weights().keySet()) {
                values.put(name, floats(in, in.readInt()));
            }
            return NarrowerNetwork.of(architecture, values);
        }
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        ByteBuffer.wrap(in.readNBytes(count * Float.BYTES)).asFloatBuffer().get(values);
        return values;
    }

    private static List<PtNDArray> arrays(TrainingModule module, Optimizer optimizer) {
        List<PtNDArray> arrays = new ArrayList<>(List.of(module.tensors()));
        arrays.addAll(optimizer.state());
        return arrays;
    }
}
