package io.emotion4j.djl;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Classifies and detects many times and prints the resident memory in kilobytes, after a tenth and at the end. */
final class MemoryProgram {

    private MemoryProgram() {}

    /** Arguments: engine, picture, number of classifications, number of detections. */
    public static void main(String[] arguments) throws IOException {
        RgbImage picture = RgbImage.decode(Path.of(arguments[1]));
        int classifications = Integer.parseInt(arguments[2]);
        int detections = Integer.parseInt(arguments[3]);
        RgbImage sheet = FaceSheets.sheet();
        List<Face> faces = FaceSheets.faces(500);
        try (EmotionAnalyzer analyzer =
                EmotionAnalyzer.builder().engine(arguments[0]).build()) {
            long early = 0;
            for (int i = 0; i < classifications; i++) {
                analyzer.classifier().classify(sheet, List.of(faces.get(i % faces.size())));
                if (i % (classifications / detections) == 0) {
                    analyzer.detector().detect(picture);
                }
                if (i == classifications / 10) {
                    early = ResidentMemory.kilobytes();
                }
            }
            System.out.println(early + " " + ResidentMemory.kilobytes());
        }
    }
}
