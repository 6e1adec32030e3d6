package io.emotion4j.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceQuality;
import io.emotion4j.RgbImage;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.ScoresSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClassifierEvaluationTest {

    /** Dark pictures are sad, bright ones happy. */
    private static final class Brightness implements EmotionClassifier {

        private final AtomicReference<RgbImage> crop = new AtomicReference<>();

        @Override
        public EmotionScores classifyCrop(RgbImage image) {
            crop.set(image);
            return EmotionClassifier.super.classifyCrop(image);
        }

        @Override
        public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
            float happy = (image.rgb(5, 5) & 0xff) / 255f;
            return List.of(EmotionScores.of(labels(), 1 - happy, happy));
        }

        @Override
        public List<Emotion> labels() {
            return List.of(Emotion.SAD, Emotion.HAPPY);
        }
    }

    private final Brightness classifier = new Brightness();

    @Test
    void countsOfficialAndWithoutDuplicates() throws IOException {
        List<LabelledFace> faces =
                List.of(face(200, 3, false), face(200, 3, true), face(50, 3, false), face(40, 4, false));

        ClassifierReport report = evaluation(Truth.LABELS, true).run(classifier, model(0), faces, line -> {});

        assertThat(report.toJson().lines().map(String::strip).map(line -> line.replaceAll(" : .*", "")))
                .as("groups are for programs; in JSON every figure is a field, in this order")
                .startsWith(
                        "{",
                        "\"model\"",
                        "\"engine\"",
                        "\"truth\"",
                        "\"withoutTruth\"",
                        "\"pictures\"",
                        "\"accuracy\"",
                        "\"accuracyInterval\"")
                .containsSubsequence(
                        "\"ece\"",
                        "\"nll\"",
                        "\"perClass\"",
                        "\"confusion\"",
                        "\"reliability\"",
                        "\"withoutDuplicates\"",
                        "\"temperature\"",
                        "\"slices\"",
                        "\"changes\"");
        assertThat(report.all().pictures()).isEqualTo(4);
        assertThat(report.all().rates().accuracy()).isEqualTo(0.75);
        assertThat(report.withoutDuplicates().pictures()).isEqualTo(3);
        assertThat(report.withoutDuplicates().rates().accuracy()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(report.breakdown().changes()).hasSize(Change.all().size());
        assertThat(report.breakdown().changes().get(0).sameAnswer()).isEqualTo(1);
        assertThat(ClassifierText.of(report)).contains("75.0 %", "without duplicates", "mirrored", "happy");
    }

    @Test
    void facesWithoutATruthAreLeftOutAndCounted() throws IOException {
        List<LabelledFace> faces = new ArrayList<>(List.of(face(200, 3, false), face(10, 4, false)));
        faces.add(face(10, -1, false));

        assertThat(evaluation(Truth.LABELS, false)
                        .run(classifier, model(0), faces, line -> {})
                        .subject()
                        .withoutTruth())
                .isEqualTo(1);
        assertThatThrownBy(() -> evaluation(Truth.VOTES, false).run(classifier, model(0), faces, line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("None of 3 faces has a truth among VOTES; were the votes given?");
    }

    @Test
    void aCropIsGivenAsOneWhateverTheModelsMargin() throws IOException {
        evaluation(Truth.LABELS, false)
                .run(classifier, model(0.25f), List.of(face(9, 4, false), face(8, 4, false)), line -> {});

        assertThat(classifier.crop.get()).isNotNull().hasToString("RgbImage[48x48]");
    }

    @Test
    void slicesSplitPicturesByWhatTheyAre() throws IOException {
        List<LabelledFace> faces = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            faces.add(face(8 * i, 3, false));
        }

        ClassifierReport report = evaluation(Truth.LABELS, false).run(classifier, model(0), faces, line -> {});

        assertThat(report.breakdown().slices())
                .extracting(Slice::name)
                .containsExactly(
                        "brightness: under 80.00", "brightness: 80.00 to 160.00", "brightness: 160.00 and more");
        assertThat(report.breakdown().slices()).extracting(Slice::pictures).containsExactly(10, 10, 10);
        assertThat(report.breakdown().slices().get(2).accuracy()).isEqualTo(1);
    }

    @Test
    void whereItIsAskedForFiguresAreToldByTheQualityOfTheFaces() throws IOException {
        List<LabelledFace> faces = List.of(face(30, 3, false), face(210, 3, false), face(220, 3, false));
        ClassifierReport plain = evaluation(Truth.LABELS, false).run(classifier, model(0), faces, line -> {});
        assertThat(plain.breakdown().quality()).isEmpty();
        assertThat(ClassifierText.of(plain)).doesNotContain("by quality");

        ClassifierReport report = evaluation(Truth.LABELS, false)
                .run(classifier, model(0), faces, crop -> FaceQuality.of(crop, Face.filling(crop)), line -> {});

        assertThat(report.breakdown().quality())
                .filteredOn(band -> band.measure().equals("brightness"))
                .extracting(QualityBand::faces)
                .containsExactly(1, 2);
        assertThat(ClassifierText.of(report))
                .containsPattern("brightness: under 40 +1 +0.0 %")
                .containsPattern("brightness: 200 and more +2 +100.0 %");
        assertThat(report.toJson()).containsSubsequence("\"quality\"", "\"measure\" : \"brightness\"", "\"faces\" : 1");
    }

    private static ClassifierEvaluation evaluation(Truth truth, boolean changes) {
        return new ClassifierEvaluation(truth, changes, 1, 1, 2);
    }

    private static LabelledFace face(int gray, int label, boolean duplicate) {
        byte[] pixels = new byte[48 * 48];
        Arrays.fill(pixels, (byte) gray);
        return new LabelledFace(
                new LabelledFace.Crop(pixels, 48, 48),
                label,
                null,
                new LabelledFace.Origin("here", duplicate, null, null));
    }

    private static ModelDescriptor model(float margin) {
        return ModelDescriptor.builder("brightness", ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
                .input(InputSpec.builder("input").size(48, 48).build())
                .outputs(List.of("scores"))
                .scores(new ScoresSpec("scores", ScoresSpec.Kind.PROBABILITIES))
                .labels(List.of(Emotion.SAD, Emotion.HAPPY))
                .face(new FaceSpec(margin, null))
                .build();
    }
}
