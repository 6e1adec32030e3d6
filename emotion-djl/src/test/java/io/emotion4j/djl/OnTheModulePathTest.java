package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As named modules, with the native libraries' jars on the class path. */
@Tag("module-path")
class OnTheModulePathTest {

    @ParameterizedTest
    @ValueSource(strings = {"pytorch", "tensorflow"})
    void anEngineIsFoundAndAnswers(String engine) {
        RgbImage gray = RgbImage.of(8, 8, new byte[8 * 8 * 3]);
        try (EmotionClassifier classifier =
                EmotionAnalyzer.builder().engine(engine).buildClassifier()) {
            assertThat(PyTorchSession.class.getModule().isNamed()).isTrue();
            assertThat(classifier.engine()).isEqualTo(engine);
            assertThat(classifier
                            .classify(gray, List.of(Face.filling(gray)))
                            .get(0)
                            .labels())
                    .contains(Emotion.HAPPY);
        }
    }
}
