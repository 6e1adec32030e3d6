package io.emotion4j.opencv;

import io.emotion4j.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;

/** A user's cascade: an XML file and a descriptor written for it. */
final class CascadeFolder {

    private static final String DESCRIPTOR = """
            {"formatVersion": 1, "id": "my-cascade", "version": "1", "task": "face-detection", "architecture": "haar-cascade",
             "files": {"opencv-cascade": {"path": "cascade.xml", "sha256": "%s", "bytes": %d}},
             "input": {"name": "picture", "width": 0, "height": 0, "layout": "NHWC", "channels": "GRAY",
                       "scale": 1, "mean": [0], "std": [1]},
             "outputs": ["faces"], "thresholds": {"score": 0.2, "nms": 0.3}, "decoder": %s}""";

    private CascadeFolder() {}

    /** The frontal cascade that lies in OpenCV's jar. */
    static byte[] frontalXml() throws IOException {
        return xml("haarcascades/haarcascade_frontalface_default.xml");
    }

    /** Another one there. */
    static byte[] xml(String name) throws IOException {
        String path = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/" + name;
        try (InputStream in = opencv_core.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("OpenCV's jar has no " + path);
            }
            return in.readAllBytes();
        }
    }

    static Model write(Path folder, byte[] xml, String decoder) throws IOException {
        Files.write(folder.resolve("cascade.xml"), xml);
        Files.writeString(
                folder.resolve("model.json"),
                String.format(DESCRIPTOR, sha256(xml), xml.length, decoder),
                StandardCharsets.UTF_8);
        return Model.of(folder);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}
