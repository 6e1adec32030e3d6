package io.emotion4j.internal.session;

import io.emotion4j.internal.files.FileKind;
import io.emotion4j.internal.onnx.NetworkCheck;
import io.emotion4j.internal.onnx.OnnxFile;
import io.emotion4j.internal.onnx.SavedModelSignature;
import io.emotion4j.model.ModelDescriptor;
import java.nio.charset.StandardCharsets;

/** Why an engine could not do with a weight file what was asked, where its own message speaks of its insides only. */
final class WeightsProblem {

    private static final String DAMAGED = "; the file is cut off or damaged: copy it again";

    private WeightsProblem() {}

    /** {@return what the file is that it should not be, after ": "; empty where nothing is known} */
    static String ofFile(String format, byte[] bytes) {
        String problem = switch (format) {
            case "onnx" -> onnx(bytes);
            case "torchscript" -> torchScript(bytes);
            case "savedmodel" -> savedModel(bytes);
            default -> "";
        };
        return problem.isEmpty() ? "" : ": " + problem;
    }

    /** {@return where descriptor and network differ, a sentence each after a full stop; empty where nothing is known} */
    static String ofNetwork(ModelDescriptor model, String format, byte[] bytes) {
        if (!format.equals("onnx")) {
            return "";
        }
        try {
            StringBuilder problems = new StringBuilder();
            NetworkCheck.of(model, OnnxFile.of(bytes))
                    .forEach(problem -> problems.append(". ").append(problem));
            return problems.toString();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String onnx(byte[] bytes) {
        String kind = FileKind.of(bytes);
        if (!kind.isEmpty()) {
            return "expected a network in ONNX, but " + kind;
        }
        try {
            OnnxFile.of(bytes);
            return "";
        } catch (IllegalArgumentException e) {
            return "expected a network in ONNX, but " + e.getMessage() + DAMAGED;
        }
    }

    /** A TorchScript module is a zip file with constants.pkl in it; other files of PyTorch have data.pkl alone. */
    private static String torchScript(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("PK")) {
            String kind = FileKind.of(bytes);
            return "expected a TorchScript module, but " + (kind.isEmpty() ? "it is no zip file, as these are" : kind);
        }
        if (!text.contains("PK\u0005\u0006")) {
            return "expected a TorchScript module, but it ends early" + DAMAGED;
        }
        return text.contains("constants.pkl")
                ? ""
                : "expected a TorchScript module, but it is another zip file, such as PyTorch's state dict or Keras's .keras;"
                        + " save the network with torch.jit.save";
    }

    private static String savedModel(byte[] bytes) {
        String kind = FileKind.of(bytes);
        if (!kind.isEmpty()) {
            return "expected a frozen saved_model.pb, but " + kind;
        }
        try {
            SavedModelSignature.of(bytes);
            return "";
        } catch (IllegalArgumentException e) {
            return "expected a frozen saved_model.pb, but " + e.getMessage();
        }
    }
}
