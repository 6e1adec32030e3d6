package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Analysis;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's mini-Xception, through nothing but a descriptor. */
class MiniXceptionOnOnnxTest {

    @TempDir
    Path folder;

    /** Its published 65.5 % on this part: pre-processing that differed from its training's would cost several points. */
    @Test
    void itsKnownAccuracyIsReproduced() throws IOException {
        Path fer = SharedFiles.get("datasets/fer2013");
        Map<String, List<String[]>> bySheet = new LinkedHashMap<>();
        for (String line : Files.readAllLines(fer.resolve("labels.csv"))) {
            String[] row = line.split(",");
            if (row[1].equals("valid")) {
                bySheet.computeIfAbsent(row[2], sheet -> new ArrayList<>()).add(row);
            }
        }
        int all = 0;
        int right = 0;
        try (EmotionClassifier classifier = EmotionAnalyzer.builder()
                .classifierModel(UserModels.miniXception(folder))
                .buildClassifier()) {
            for (Map.Entry<String, List<String[]>> sheet : bySheet.entrySet()) {
                RgbImage faces = RgbImage.decode(fer.resolve("sheets").resolve(sheet.getKey()));
                for (String[] row : sheet.getValue()) {
                    RgbImage face = cell(faces, Integer.parseInt(row[4]), Integer.parseInt(row[3]));
                    Emotion found = classifier
                            .classify(face, List.of(Face.filling(face)))
                            .get(0)
                            .top();
                    all++;
                    right += found == Emotion.ofLabel(row[5]).orElseThrow() ? 1 : 0;
                }
            }
        }
        System.out.println("mini-Xception is right on " + right + " of " + all);
        assertThat((double) right / all).isCloseTo(0.655, within(0.005));
    }

    @Test
    void aPhotoIsAnalyzedWithTwoModelsOfTheUsers(@TempDir Path other) throws IOException {
        Path file = SharedFiles.get("photos/people/dlib__2008_002506.jpg");
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                .detectorModel(UserModels.yunet(other, "n"))
                .classifierModel(UserModels.miniXception(folder))
                .build()) {
            Analysis analysis = analyzer.analyze(file);
            assertThat(analysis.faces()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(analysis.engine()).isEqualTo("onnx");
            assertThat(analysis.detector()).isEqualTo("my-yunet");
            assertThat(analysis.classifier()).isEqualTo("my-xception");
            assertThat(analysis)
                    .allSatisfy(face -> assertThat(sum(face.scores())).isCloseTo(1, within(0.001f)));
            RgbImage image = RgbImage.decode(file);
            RgbImage crop = analyzer.debugCrop(image, analysis.faces().get(0).face());
            assertThat(crop.width()).isEqualTo(64);
            Face whole = Face.filling(crop);
            EmotionScores again =
                    analyzer.classifier().classify(crop, List.of(whole)).get(0);
            assertThat(again.topScore()).isCloseTo(analysis.faces().get(0).score(), within(0.02f));
        }
    }

    private static float sum(Map<Emotion, Float> scores) {
        float sum = 0;
        for (float score : scores.values()) {
            sum += score;
        }
        return sum;
    }

    private static RgbImage cell(RgbImage sheet, int column, int row) {
        byte[] pixels = new byte[48 * 48 * 3];
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 48; x++) {
                byte gray = (byte) sheet.rgb(column * 48 + x, row * 48 + y);
                for (int c = 0; c < 3; c++) {
                    pixels[(y * 48 + x) * 3 + c] = gray;
                }
            }
        }
        return RgbImage.of(48, 48, pixels);
    }
}
