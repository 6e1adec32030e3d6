package io.emotion4j.djl;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Path;

/** Prints what the library says about engines and, where they work, what they say about a picture, and when. */
final class ReportProgram {

    private ReportProgram() {}

    /** Arguments: a picture, then engines. */
    public static void main(String[] arguments) throws IOException {
        RgbImage picture = RgbImage.decode(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            String engine = arguments[i];
            long start = System.nanoTime();
            EmotionAnalyzerBuilder builder = EmotionAnalyzer.builder().engine(engine);
            System.out.println(builder.classifierReport());
            if (builder.classifierReport().chosen() != null) {
                try (EmotionAnalyzer analyzer = builder.build()) {
                    analyzer.analyze(picture).forEach(face -> System.out.println(engine + " sees " + face.emotion()));
                }
                System.out.println(engine + " answers after " + (System.nanoTime() - start) / 1_000_000 + " ms");
            }
        }
    }
}
