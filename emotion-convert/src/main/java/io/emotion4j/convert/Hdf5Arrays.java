package io.emotion4j.convert;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of an HDF5 file, by path without a leading slash, and the texts at its root.
 *
 * @param arrays by path
 * @param texts attributes of the root that are texts
 */
record Hdf5Arrays(Map<String, KerasArray> arrays, Map<String, String> texts) {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    static boolean isHdf5(byte[] bytes) {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (bytes.length <= i || bytes[i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    /** @throws IOException if the file is damaged */
    static Hdf5Arrays read(byte[] bytes) throws IOException {
        Map<String, KerasArray> arrays = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            for (Attribute attribute : file.getAttributes().values()) {
                String text = text(attribute.getData());
                if (text != null) {
                    texts.put(attribute.getName(), text);
                }
            }
            collect(file, "", arrays);
        } catch (RuntimeException | StackOverflowError e) {
            // What a damaged file ends in says little: a buffer's end, a number out of range.
            throw new IOException("it is cut off or damaged as HDF5 (" + e + "); copy it again", e);
        }
        return new Hdf5Arrays(arrays, texts);
    }

    private static @Nullable String text(@Nullable Object data) {
        if (data instanceof Object[] several && several.length == 1) {
            return text(several[0]);
        }
        return data instanceof String text ? text : null;
    }

    private static void collect(Group group, String path, Map<String, KerasArray> arrays) {
        for (Node node : group) {
            String name = path.isEmpty() ? node.getName() : path + "/" + node.getName();
            if (node instanceof Group inner) {
                collect(inner, name, arrays);
            } else if (node instanceof Dataset dataset) {
                KerasArray array = array(dataset);
                if (array != null) {
                    arrays.put(name, array);
                }
            }
        }
    }

    private static @Nullable KerasArray array(Dataset dataset) {
        Object data = dataset.isEmpty() ? new float[0] : dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
        if (data instanceof Float || data instanceof Double) {
            Number number = (Number) data;
            return new KerasArray(dataset.getDimensions(), new float[] {number.floatValue()});
        }
        if (data instanceof float[] floats) {
            return new KerasArray(dataset.getDimensions(), floats);
        }
        if (data instanceof double[] doubles) {
            float[] floats = new float[doubles.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) doubles[i];
            }
            return new KerasArray(dataset.getDimensions(), floats);
        }
        // Seeds and counters, which no layer of a finished network needs.
        return null;
    }
}
