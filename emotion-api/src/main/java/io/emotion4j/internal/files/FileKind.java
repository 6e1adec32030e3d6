package io.emotion4j.internal.files;

import java.nio.charset.StandardCharsets;

/** What a file is that is not what it should be, by its first bytes. */
public final class FileKind {

    private FileKind() {}

    /**
     * Names the kind of a file.
     *
     * @param bytes the file
     * @return such as {@code "it is empty"}, with what to do; empty where nothing is known of it
     */
    public static String of(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8).stripLeading();
        String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
        if (bytes.length == 0) {
            return "it is empty; copy it again";
        }
        if (start.startsWith("\u0089HDF\r\n")) {
            return "it is an HDF5 file, as Keras saves models (.h5); `emotion4j models import` makes ONNX of it";
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return "it is a zip file, as PyTorch (TorchScript, state dict), Keras (.keras) and archives are; name it by its"
                    + " format, or unpack it";
        }
        if (start.startsWith("version https://git-lfs")) {
            return "it is a pointer of Git LFS, not the file; fetch it with git lfs pull";
        }
        if (start.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("<!doctype html")
                || start.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("<html")) {
            return "it is a web page; what was downloaded was not the file";
        }
        if (start.startsWith("TFL3", 4)) {
            return "it is a TensorFlow Lite file; convert it to ONNX, for instance with tf2onnx";
        }
        if (start.startsWith("\u0080\u0002") || start.startsWith("\u0080\u0004")) {
            return "it is a Python pickle, which is never run; export the network as ONNX or TorchScript";
        }
        if (start.startsWith("\u001f\u008b")) {
            return "it is a gzip file; unpack it";
        }
        if (text.startsWith("<?xml")) {
            return "it is XML, as OpenCV's cascades are; their format is \"opencv-cascade\"";
        }
        return "";
    }
}
