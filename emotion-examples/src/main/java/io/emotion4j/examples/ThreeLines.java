package io.emotion4j.examples;

import io.emotion4j.EmotionAnalyzer;
import java.io.IOException;
import java.nio.file.Path;

/** The faces of a picture, and the expression that each shows. */
public final class ThreeLines {

    private ThreeLines() {}

    /**
     * Prints a line a face.
     *
     * @param args a picture
     * @throws IOException if it cannot be decoded
     */
    public static void main(String[] args) throws IOException {
        try (var analyzer = EmotionAnalyzer.create()) {
            analyzer.analyze(Path.of(args[0])).forEach(System.out::println);
        }
    }
}
