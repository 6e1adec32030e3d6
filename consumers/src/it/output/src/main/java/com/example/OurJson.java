package com.example;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.output.JsonText;
import io.emotion4j.output.PictureJson;
import java.io.IOException;
import java.nio.file.Path;

/** Prints the same JSON as {@code ./emotion4j --format jsonl}. */
public class OurJson {

    public static void main(String[] args) throws IOException {
        try (var analyzer = EmotionAnalyzer.create()) {
            for (String file : args) {
                System.out.println(JsonText.of(PictureJson.of(file, analyzer.analyze(Path.of(file)))));
            }
        }
    }
}
