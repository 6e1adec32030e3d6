package io.emotion4j.model;

import io.emotion4j.internal.files.FileKind;
import io.emotion4j.internal.haar.CascadeXml;
import io.emotion4j.internal.onnx.OnnxFile;
import io.emotion4j.internal.onnx.SavedModelSignature;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether a weight file is what its format says, as far as that shows without an engine. */
final class WeightsContent {

    /** A zip file ends with its list of contents, after which a comment of at most this length may stand. */
    private static final int LONGEST_COMMENT = 65_557;

    private WeightsContent() {}

    /** {@return what is wrong; null where nothing is, or nothing is known of the format} */
    static @Nullable String problem(String format, byte[] bytes) {
        String kind = kind(bytes);
        return switch (format) {
            case "onnx" -> onnx(bytes, kind);
            case "torchscript" -> torchScript(bytes, kind);
            case "savedmodel" -> savedModel(bytes, kind);
            case "opencv-cascade" -> cascade(bytes, kind);
            default -> null;
        };
    }

    private static String kind(byte[] bytes) {
        boolean json = bytes.length > 0
                && new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8)
                        .strip()
                        .startsWith("{");
        return json ? "it is text in JSON, as descriptors are; name the file of the weights" : FileKind.of(bytes);
    }

    private static @Nullable String onnx(byte[] bytes, String kind) {
        String expected = "expected a network in ONNX, but ";
        if (!kind.isEmpty()) {
            return expected + kind;
        }
        try {
            OnnxFile.of(bytes);
            return null;
        } catch (IllegalArgumentException e) {
            return isSavedModel(bytes)
                    ? expected + "it is a SavedModel of TensorFlow; name its format \"savedmodel\""
                    : expected + e.getMessage() + "; the file is cut off or damaged: copy it again";
        }
    }

    private static @Nullable String torchScript(byte[] bytes, String kind) {
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
        if (!zip) {
            return "expected a TorchScript module, but "
                    + (isOnnx(bytes)
                            ? "it is a network in ONNX; name its format \"onnx\""
                            : kind.isEmpty() ? "it is no zip file, as these are; export it with torch.jit.save" : kind);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.lastIndexOf("PK\u0005\u0006") < text.length() - LONGEST_COMMENT || !text.contains("PK\u0005\u0006")) {
            return "expected a TorchScript module, but the zip file ends early; copy it again";
        }
        if (!text.contains("/constants.pkl") && !text.contains("/code/__torch__")) {
            return "expected a TorchScript module, but the zip file holds no code: it may be a state dict (torch.save);"
                    + " export the module with torch.jit.trace and torch.jit.save";
        }
        return null;
    }

    private static @Nullable String savedModel(byte[] bytes, String kind) {
        if (!kind.isEmpty()) {
            return "expected a saved_model.pb, but " + kind;
        }
        try {
            SavedModelSignature.of(bytes);
        } catch (IllegalArgumentException e) {
            return "expected a saved_model.pb, but "
                    + (isOnnx(bytes)
                            ? "it is a network in ONNX; name its format \"onnx\""
                            : e.getMessage() + "; if it is one, it is cut off or damaged: copy it again");
        }
        boolean variables = new String(bytes, StandardCharsets.ISO_8859_1).contains("\u000bVarHandleOp");
        return variables
                ? "expected weights that are constants, but they lie in a folder beside it; `emotion4j models import`"
                        + " of the SavedModel's folder makes one file of both"
                : null;
    }

    private static @Nullable String cascade(byte[] bytes, String kind) {
        if (isOnnx(bytes)) {
            return "expected a cascade of OpenCV's, but it is a network in ONNX; name its format \"onnx\"";
        }
        return kind.isEmpty() || kind.startsWith("it is XML")
                ? CascadeXml.problem(bytes)
                : "expected a cascade of OpenCV's, but " + kind;
    }

    private static boolean isOnnx(byte[] bytes) {
        try {
            OnnxFile.of(bytes);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSavedModel(byte[] bytes) {
        try {
            SavedModelSignature.of(bytes);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
