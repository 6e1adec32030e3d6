package io.emotion4j.internal.mtcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.InferenceException;
import io.emotion4j.model.TensorLayout;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageAnswersTest {

    @Test
    void numbersOfAMapAreFoundInPlanes() {
        StageAnswers answers = StageAnswers.of(
                "pnet", Map.of("a", counted(1, 4, 2, 3), "b", counted(1, 2, 2, 3)), TensorLayout.NCHW, -1);
        assertThat(answers.places()).isEqualTo(6);
        assertThat(answers.columns()).isEqualTo(3);
        assertThat(answers.score(4)).isEqualTo(10);
        assertThat(answers.box(4)).containsExactly(4, 10, 16, 22);
        assertThat(answers.points(4)).isNull();
    }

    @Test
    void numbersOfAMapAreFoundWhereChannelsComeLast() {
        StageAnswers answers = StageAnswers.of(
                "pnet", Map.of("a", counted(1, 2, 3, 4), "b", counted(1, 2, 3, 2)), TensorLayout.NHWC, -1);
        assertThat(answers.places()).isEqualTo(6);
        assertThat(answers.columns()).isEqualTo(3);
        assertThat(answers.score(4)).isEqualTo(9);
        assertThat(answers.box(4)).containsExactly(16, 17, 18, 19);
    }

    @Test
    void numbersOfCropsAreFoundInRows() {
        Map<String, Tensor> outputs = Map.of("p", counted(3, 2), "b", counted(3, 4, 1, 1), "l", counted(3, 10));
        StageAnswers answers = StageAnswers.of("onet", outputs, TensorLayout.NCHW, 3);
        assertThat(answers.score(2)).isEqualTo(5);
        assertThat(answers.box(1)).containsExactly(4, 5, 6, 7);
        assertThat(answers.points(2)).startsWith(20).endsWith(29);
    }

    @Test
    void outputsOfAnotherFormAreTold() {
        Map<String, Tensor> outputs = Map.of("p", counted(3, 2), "b", counted(2, 4));
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> StageAnswers.of("rnet", outputs, TensorLayout.NCHW, 3))
                .withMessageContainingAll("The outputs of rnet are", "[2, 4]", "for 3 places");
    }

    @Test
    void aPlaceFarAwayIsNoAnswer() {
        Tensor far = Tensor.of(FloatBuffer.wrap(new float[] {0, 0, 1e9f, 0}), 1, 4);
        StageAnswers answers = StageAnswers.of("rnet", Map.of("p", counted(1, 2), "b", far), TensorLayout.NCHW, 1);
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> answers.box(0))
                .withMessageContaining("1.0E9");
    }

    private static Tensor counted(long... shape) {
        int count = 1;
        for (long side : shape) {
            count *= (int) side;
        }
        FloatBuffer numbers = FloatBuffer.allocate(count);
        for (int i = 0; i < count; i++) {
            numbers.put(i, i);
        }
        return Tensor.of(numbers, shape);
    }
}
