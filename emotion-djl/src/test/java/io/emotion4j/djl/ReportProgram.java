package io.emotion4j.djl;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.util.List;

/** Prints what the library says about an engine and, where it works, what it says about a gray picture. */
final class ReportProgram {

    private ReportProgram() {}

    public static void main(String[] arguments) {
        for (String engine : arguments) {
            EmotionAnalyzerBuilder builder = EmotionAnalyzer.builder().engine(engine);
            System.out.println(builder.classifierReport());
            if (builder.classifierReport().chosen() != null) {
                try (EmotionAnalyzer analyzer = builder.build()) {
                    RgbImage gray = RgbImage.of(64, 64, new byte[64 * 64 * 3]);
                    EmotionScores scores = analyzer.classifier()
                            .classify(gray, List.of(Face.filling(gray)))
                            .get(0);
                    System.out.println(engine + " answers " + scores);
                    System.out.println(
                            engine + " finds " + analyzer.analyze(gray).faces().size() + " faces");
                }
            }
        }
    }
}
