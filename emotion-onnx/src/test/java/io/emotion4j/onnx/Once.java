package io.emotion4j.onnx;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.spi.Availability;
import java.nio.file.Files;
import java.nio.file.Path;

/** Analyzes one picture. */
public final class Once {

    private Once() {}

    public static void main(String[] arguments) throws Exception {
        Availability before = OnnxRuntime.availability();
        if (!before.available()) {
            System.out.println(before.detail());
            for (int i = 1; i < arguments.length; i++) {
                Files.createDirectories(Path.of(arguments[i]));
            }
        }
        analyze(arguments[0]);
    }

    public static void analyze(String picture) throws Exception {
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            int faces = analyzer.analyze(Files.readAllBytes(Path.of(picture)))
                    .faces()
                    .size();
            if (faces != 1) {
                throw new AssertionError("Expected one face, found " + faces);
            }
            System.out.println("one face");
        }
    }
}
