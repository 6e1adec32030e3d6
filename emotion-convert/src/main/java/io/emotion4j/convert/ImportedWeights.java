package io.emotion4j.convert;

import java.util.List;

/**
 * Weights in a form that an engine reads, made of weights in another.
 *
 * @param fileName what their file may be called, such as {@code model.onnx} or {@code saved_model.pb}
 * @param bytes the whole file; not copied
 * @param notes what was done, a line each, for people
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ImportedWeights(String fileName, byte[] bytes, List<String> notes) {

    /** Copies the list. */
    public ImportedWeights {
        notes = List.copyOf(notes);
    }
}
