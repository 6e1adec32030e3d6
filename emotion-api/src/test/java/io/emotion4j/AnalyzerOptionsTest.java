package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.emotion4j.model.ModelOnDisk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerOptionsTest {

    private final SlowAnalyzer parts = new SlowAnalyzer();

    @Test
    void optionsOfADetectorContradictOneThatIsGiven() {
        refused(parts.builder().detectionSize(64), "detector(...)");
        refused(parts.builder().minConfidence(0.2f), "detector(...)");
        refused(parts.builder().maxFaces(2), "detector(...)");
    }

    @Test
    void alignmentContradictsAClassifierThatIsGiven() {
        refused(parts.builder().alignment(false), "classifier(...)");
    }

    @Test
    void anEngineContradictsDetectorAndClassifierThatAreGiven() {
        refused(parts.builder().engine("onnx"), "an engine, device or number of threads");
        refused(parts.builder().intraOpThreads(2), "an engine, device or number of threads");
    }

    @Test
    void cropsContradictADetector() {
        refused(parts.builder().crops(true), "crops(true) and detector(...)");
        refused(
                EmotionAnalyzer.builder()
                        .classifier(parts.classifier)
                        .crops(true)
                        .minFaceSize(3),
                "crops(true) and the model or an option of a detector");
    }

    @Test
    void shippedModelsInWholeNumbersContradictOthers(@TempDir Path folder) {
        refused(EmotionAnalyzer.builder().detector(parts.detector).fast(true), "fast(true) and detector(...)");
        refused(EmotionAnalyzer.builder().classifier(parts.classifier).fast(true), "fast(true) and classifier(...)");
        EmotionAnalyzerBuilder named = EmotionAnalyzer.builder()
                .fast(true)
                .classifierModel(ModelOnDisk.classifier(folder).write());
        refused(named, "fast(true) and classifierModel(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(named::buildClassifier)
                .withMessageContaining("fast(true) and classifierModel(...)");
    }

    @Test
    void aBuilderThatHasADetectorOpensNoOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parts.builder().buildDetector())
                .withMessageContaining("buildDetector() and detector(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parts.builder().buildClassifier())
                .withMessageContaining("buildClassifier() and classifier(...)");
    }

    @Test
    void aCropIsOneFaceWithoutDetectionAndWithoutMargin() {
        EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                .classifier(parts.classifier)
                .crops(true)
                .build();
        Analysis analysis = analyzer.analyze(SlowAnalyzer.PICTURE);
        assertThat(analysis.detector()).isNull();
        assertThat(analyzer.detector()).isNull();
        assertThat(analysis.engine()).isEqualTo("custom");
        assertThat(analysis.millis().detect()).isZero();
        assertThat(analysis.faces()).singleElement().satisfies(face -> {
            assertThat(face.box()).isEqualTo(new BoundingBox(0, 0, 6, 4));
            assertThat(face.scores()).isEqualTo(analyzer.classifyCrop(SlowAnalyzer.PICTURE));
            assertThat(face.emotion()).isEqualTo(Emotion.SAD);
        });
        assertThat(analyzer.detect(SlowAnalyzer.PICTURE)).isEqualTo(List.of(Face.filling(SlowAnalyzer.PICTURE)));
    }

    @Test
    void optionsOutOfRangeAreRefusedAtTheCall() {
        EmotionAnalyzerBuilder builder = EmotionAnalyzer.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.device("gpu"))
                .withMessageContaining("\"gpu\"");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.intraOpThreads(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.detectionSize(31));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.minConfidence(1.1f));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxOverlap(Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.minFaceSize(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxFaces(0));
    }

    @Test
    void aModelForAnotherTaskIsRefusedAtTheCall(@TempDir Path folder) {
        var model = ModelOnDisk.classifier(folder).write();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmotionAnalyzer.builder().detectorModel(model))
                .withMessageContaining("is for emotion-classification, expected one for face-detection");
    }

    @Test
    void withoutModelsTheMessageSaysWhatToAdd() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(EmotionAnalyzer::create)
                .withMessageContaining("io.emotion4j:emotion-models");
    }

    @Test
    void withoutEnginesTheMessageSaysWhatToAdd(@TempDir Path folder) {
        var model = ModelOnDisk.detector(folder).write();
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> EmotionAnalyzer.builder().detectorModel(model).build())
                .withMessageContaining("io.emotion4j:emotion-onnx");
        assertThat(EmotionAnalyzer.builder()
                        .detectorModel(model)
                        .detectorReport()
                        .problem())
                .isNotNull();
    }

    @Test
    void theSystemPropertyNamesTheEngineUnlessTheBuilderDoes(@TempDir Path folder) {
        var builder = EmotionAnalyzer.builder()
                .detectorModel(ModelOnDisk.detector(folder).write());
        System.setProperty("emotion4j.engine", "abacus");
        try {
            assertThat(builder.detectorReport().problem()).isEqualTo("no engine is called 'abacus'");
            builder.engine("pencil");
            assertThat(builder.detectorReport().problem()).isEqualTo("no engine is called 'pencil'");
        } finally {
            System.clearProperty("emotion4j.engine");
        }
    }

    private static void refused(EmotionAnalyzerBuilder builder, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageStartingWith("Options of an EmotionAnalyzer contradict each other")
                .withMessageContaining(message);
    }
}
