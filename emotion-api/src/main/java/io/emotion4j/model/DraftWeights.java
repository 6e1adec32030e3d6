package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.files.FileKind;
import io.emotion4j.internal.onnx.OnnxFile;
import io.emotion4j.internal.onnx.OnnxValue;
import io.emotion4j.internal.onnx.SavedModelSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * A weight file of which only its path was known.
 *
 * @param path the file
 * @param format {@code onnx}, {@code torchscript} or {@code savedmodel}, by its content
 * @param bytes its content
 * @param data files beside it that belong to it, by the name that it gives them
 * @param inputs of the network; none where the format does not tell
 * @param outputs of the network; none where the format does not tell
 * @param lastStep the operator that makes an output, by its name; where that is known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DraftWeights(
        Path path,
        String format,
        byte[] bytes,
        Map<String, byte[]> data,
        List<OnnxValue> inputs,
        List<OnnxValue> outputs,
        Map<String, String> lastStep) {

    static DraftWeights of(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new ModelLoadException(
                    "No weights at " + path + ": expected a file in ONNX, TorchScript, or a frozen "
                            + "saved_model.pb, found " + (Files.isDirectory(path) ? "a folder" : "nothing there"));
        }
        byte[] bytes = Files.readAllBytes(path);
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            if (isTorchScript(path)) {
                return new DraftWeights(path, "torchscript", bytes, Map.of(), List.of(), List.of(), Map.of());
            }
            throw unknown(path, FileKind.of(bytes));
        }
        String kind = FileKind.of(bytes);
        if (!kind.isEmpty()) {
            throw unknown(path, kind);
        }
        try {
            return onnx(path, bytes, OnnxFile.of(bytes));
        } catch (IllegalArgumentException noOnnx) {
            try {
                SavedModelSignature signature = SavedModelSignature.of(bytes);
                return new DraftWeights(
                        path, "savedmodel", bytes, Map.of(), signature.inputs(), signature.outputs(), Map.of());
            } catch (IllegalArgumentException noSavedModel) {
                throw unknown(
                        path,
                        "as ONNX, " + noOnnx.getMessage() + "; as SavedModel, " + noSavedModel.getMessage()
                                + "; if it is one of these it is cut off or damaged: copy it again");
            }
        }
    }

    private static DraftWeights onnx(Path path, byte[] bytes, OnnxFile network) throws IOException {
        Map<String, byte[]> data = new TreeMap<>();
        for (String name : network.dataFiles()) {
            // Checks that it lies beside the network.
            new ModelFile(name, "0".repeat(64), 1);
            Path file = path.resolveSibling(name);
            if (!Files.isRegularFile(file)) {
                throw new ModelLoadException("The network " + path + " has weights in " + file
                        + ", which is not there; put it beside the network");
            }
            data.put(name, Files.readAllBytes(file));
        }
        Map<String, String> lastStep = new TreeMap<>();
        network.outputs().forEach(output -> lastStep.put(output.name(), network.operatorOf(output.name())));
        return new DraftWeights(path, "onnx", bytes, data, network.inputs(), network.outputs(), lastStep);
    }

    private static boolean isTorchScript(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.stream()
                    .anyMatch(entry -> entry.getName().endsWith("/constants.pkl")
                            || entry.getName().contains("/code/__torch__"));
        } catch (java.util.zip.ZipException e) {
            throw unknown(
                    path, "it is a zip file that ends early or is damaged (" + e.getMessage() + "); copy it again");
        }
    }

    private static ModelLoadException unknown(Path path, String found) {
        return new ModelLoadException("The weights " + path
                + " are of no format that an engine of this library reads (ONNX, TorchScript, a frozen saved_model.pb): "
                + found);
    }

    /** The network as engines take it, in one piece. */
    byte[] whole() {
        return data.isEmpty()
                ? bytes
                : OnnxFile.of(bytes).withData(name -> {
                    byte[] found = data.get(name);
                    if (found == null) {
                        throw new IllegalArgumentException("there is no " + name);
                    }
                    return found;
                });
    }

    /** {@return what a descriptor beside the files says of them} */
    ModelFile file() {
        List<ModelFile> beside = data.entrySet().stream()
                .map(file -> new ModelFile(file.getKey(), Checksum.sha256(file.getValue()), file.getValue().length))
                .toList();
        return new ModelFile(String.valueOf(path.getFileName()), Checksum.sha256(bytes), bytes.length, beside);
    }
}
