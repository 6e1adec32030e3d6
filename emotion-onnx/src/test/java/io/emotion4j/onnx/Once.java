package io.emotion4j.onnx;

import io.emotion4j.EmotionAnalyzer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Analyzes one picture. */
public final class Once {

    private Once() {}

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
