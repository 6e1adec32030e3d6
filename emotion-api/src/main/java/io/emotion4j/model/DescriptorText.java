package io.emotion4j.model;

import io.emotion4j.internal.files.FileKind;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.json.JsonReader;
import io.emotion4j.internal.onnx.OnnxFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The JSON of a file that should be a descriptor, or what the file is instead. */
final class DescriptorText {

    private DescriptorText() {}

    /**
     * Reads the object.
     *
     * @throws JsonException if it is none; the message says what it is instead
     */
    static JsonObject object(byte[] bytes) throws JsonException {
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf) {
            throw new JsonException(
                    "It begins with a byte order mark (EF BB BF), which JSON does not have; save it as UTF-8 without one");
        }
        String kind = kind(bytes);
        if (!kind.isEmpty()) {
            throw new JsonException("It is no descriptor in JSON: " + kind);
        }
        try {
            return JsonReader.readObject(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new JsonException("It is no UTF-8 text; expected a descriptor in JSON, not the weights");
        }
    }

    private static String kind(byte[] bytes) {
        try {
            OnnxFile.of(bytes);
            return "it is a network in ONNX. Name the folder or the model.json that describes it; where there is none yet,"
                    + " `emotion4j models init` writes one";
        } catch (IllegalArgumentException e) {
            return FileKind.of(bytes);
        }
    }
}
