package com.example;

import io.emotion4j.EmotionAnalyzer;
import java.io.IOException;
import java.nio.file.Path;

/** The shortest program of the README. */
public class ThreeLines {

    public static void main(String[] args) throws IOException {
        try (var analyzer = EmotionAnalyzer.create()) {
            analyzer.analyze(Path.of(args[0])).forEach(System.out::println);
        }
    }
}
