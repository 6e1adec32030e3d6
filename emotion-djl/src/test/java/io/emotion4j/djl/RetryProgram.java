package io.emotion4j.djl;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks for an engine while a file lies in the place of the native cache, and again when the cache is there. */
final class RetryProgram {

    private RetryProgram() {}

    /** Arguments: the engine, where the cache shall be, and one that is filled. */
    public static void main(String[] arguments) throws IOException {
        Path cache = Path.of(arguments[1]);
        Files.writeString(cache, "no folder");
        System.out.println(EmotionAnalyzer.builder().engine(arguments[0]).classifierReport());
        Files.delete(cache);
        Files.createSymbolicLink(cache, Path.of(arguments[2]));
        try (EmotionClassifier classifier =
                EmotionAnalyzer.builder().engine(arguments[0]).buildClassifier()) {
            System.out.println("then " + classifier.engine() + " runs");
        }
    }
}
