package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OcclusionMapTest {

    private static final int SIDE = 48;
    private static final int MOUTH = 32;

    /** Sees a face as happy as a square of 8 pixels at 32, 32 of it is bright. */
    private static final class LooksAtTheMouth implements EmotionClassifier {

        final List<Integer> batches = new ArrayList<>();

        @Override
        public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
            return Collections.nCopies(faces.size(), scores(image));
        }

        @Override
        public List<EmotionScores> classifyCrops(List<RgbImage> crops) {
            batches.add(crops.size());
            return EmotionClassifier.super.classifyCrops(crops);
        }

        private static EmotionScores scores(RgbImage image) {
            int sum = 0;
            for (int i = 0; i < 64; i++) {
                sum += image.rgb(MOUTH + i % 8, MOUTH + i / 8) & 0xff;
            }
            float happy = sum / 64f / 255;
            return EmotionScores.of(List.of(Emotion.HAPPY, Emotion.SAD), happy, 1 - happy);
        }

        @Override
        public List<Emotion> labels() {
            return List.of(Emotion.HAPPY, Emotion.SAD);
        }

        @Override
        public RgbImage debugCrop(RgbImage image, Face face) {
            return image;
        }
    }

    @Test
    void onlyCoveringWhatTheClassifierLooksAtTakesFromTheScore() {
        LooksAtTheMouth classifier = new LooksAtTheMouth();
        RgbImage face = face();
        OcclusionMap map = OcclusionMap.of(classifier, face, Face.filling(face), Emotion.HAPPY);
        assertThat(map.scores().get(Emotion.HAPPY)).isEqualTo(1);
        assertThat(map.columns()).isEqualTo(12);
        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < 12; column++) {
                // The patch of 12 pixels about the cell of 4.
                int left = column * 4 - 4;
                int top = row * 4 - 4;
                int across = Math.max(0, Math.min(left + 12, MOUTH + 8) - Math.max(left, MOUTH));
                int down = Math.max(0, Math.min(top + 12, MOUTH + 8) - Math.max(top, MOUTH));
                float brightness = 255f * 64 / (SIDE * SIDE);
                float expected = across * down / 64f * (1 - Math.round(brightness) / 255f);
                assertThat(map.drop(column, row))
                        .as(column + ", " + row)
                        .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-5f));
            }
        }
        assertThat(classifier.batches).hasSize(9).containsOnly(16);
    }

    @Test
    void whatSpeaksAgainstAnExpressionIsBelowZero() {
        RgbImage face = face();
        OcclusionMap sad = OcclusionMap.of(new LooksAtTheMouth(), face, Face.filling(face), Emotion.SAD);
        assertThat(Collections.min(sad.drops())).isLessThan(-0.9f);
        assertThat(Collections.max(sad.drops())).isZero();
    }

    @Test
    void anAnalyzerExplainsTheMostProbableExpression() {
        RgbImage face = face();
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                .crops(true)
                .classifier(new LooksAtTheMouth())
                .build()) {
            OcclusionMap map = analyzer.explain(face, Face.filling(face));
            assertThat(map.expression()).isEqualTo(Emotion.HAPPY);
            assertThat(map.crop()).isSameAs(face);
        }
    }

    @Test
    void whatCannotBeExplainedIsSaid() {
        RgbImage face = face();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OcclusionMap.of(new LooksAtTheMouth(), face, Face.filling(face), Emotion.FEAR))
                .withMessage("Classifier 'custom' does not know 'fear', it knows [happy, sad]");
        EmotionClassifier blind = new EmotionClassifier() {
            @Override
            public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
                return List.of();
            }

            @Override
            public List<Emotion> labels() {
                return List.of(Emotion.HAPPY, Emotion.SAD);
            }
        };
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> OcclusionMap.of(blind, face, Face.filling(face), Emotion.HAPPY))
                .withMessageContaining("does not show its input");
        EmotionScores scores = EmotionScores.of(List.of(Emotion.HAPPY, Emotion.SAD), 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OcclusionMap(scores, Emotion.HAPPY, face, 2, 2, List.of(0f)))
                .withMessageContaining("2x2 cells has as many numbers, found 1");
    }

    private static RgbImage face() {
        byte[] pixels = new byte[SIDE * SIDE * 3];
        for (int y = MOUTH; y < MOUTH + 8; y++) {
            Arrays.fill(pixels, (y * SIDE + MOUTH) * 3, (y * SIDE + MOUTH + 8) * 3, (byte) 255);
        }
        return RgbImage.of(SIDE, SIDE, pixels);
    }
}
