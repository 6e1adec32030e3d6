package io.emotion4j.training.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.evaluation.data.LabelledFace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceOrderTest {

    @Test
    void epochShowsEveryFaceOnceInAnotherOrder() {
        FaceOrder order = new FaceOrder(List.of(source(50, 1)), 3);

        assertThat(showings(order, 0).values()).hasSize(50).containsOnly(1L);
        assertThat(order.of(1)).isNotEqualTo(order.of(0)).hasSize(50);
        assertThat(new FaceOrder(List.of(source(50, 1)), 3).of(1))
                .as("the same seed and epoch")
                .isEqualTo(order.of(1));
        assertThat(new FaceOrder(List.of(source(50, 1)), 4).of(1)).isNotEqualTo(order.of(1));
    }

    @Test
    void sourcesAreMixedByTheirWeights() {
        FaceOrder order = new FaceOrder(List.of(source(10, 2.5), source(20, 0.5)), 3);

        Map<Integer, Long> showings = showings(order, 0);

        assertThat(order.perEpoch()).isEqualTo(25 + 10);
        assertThat(showings.entrySet().stream().filter(e -> e.getKey() < 10).map(Map.Entry::getValue))
                .hasSize(10)
                .containsOnly(2L, 3L);
        assertThat(showings.entrySet().stream().filter(e -> e.getKey() >= 10).map(Map.Entry::getValue))
                .as("half of the others, none twice")
                .hasSize(10)
                .containsOnly(1L);
        assertThat(showings(order, 1).keySet()).as("another half").isNotEqualTo(showings.keySet());
    }

    @Test
    void copiesOfAFaceAreNumberedSoThatEachIsDrawnOtherwise() {
        FaceOrder order = new FaceOrder(List.of(source(4, 3)), 3);

        assertThat(order.of(0)).doesNotHaveDuplicates().hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 101, Double.NaN})
    void weightThatMeansNothingIsRefused(double weight) {
        assertThatThrownBy(() -> source(3, weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight");
    }

    @Test
    void rareExpressionsCountMoreWhereBalanced() {
        List<FaceSource> sources = List.of(new FaceSource(List.of(face(0), face(0), face(0), face(1)), 1, true));

        ClassWeights balanced = ClassWeights.of(ClassBalance.BALANCED, sources, FaceTargets::label);
        ClassWeights plain = ClassWeights.of(ClassBalance.NONE, sources, FaceTargets::label);

        assertThat(3 * balanced.of(FaceTargets.label(face(0))))
                .as("three of one count as much as one of the other")
                .isEqualTo(balanced.of(FaceTargets.label(face(1))));
        assertThat(plain.of(FaceTargets.label(face(1)))).isEqualTo(1);
    }

    @Test
    void labelsStandForVotesThatAreNotThere() {
        LabelledFace voted = new LabelledFace(new byte[4], 2, 2, 4, new int[] {8, 0, 0, 2, 0, 0, 0, 0, 0, 0}, "voted");

        assertThat(FaceTargets.votes(face(3))).isEqualTo(FaceTargets.label(face(3)));
        assertThat(FaceTargets.majority(face(3))).isEqualTo(3);
        assertThat(FaceTargets.votes(voted)).containsExactly(0, 0, 0, 0, 0.2f, 0, 0.8f);
        assertThat(FaceTargets.majority(voted)).isEqualTo(6);
        assertThat(FaceTargets.votes(face(-1))).containsOnly(0);
    }

    private static Map<Integer, Long> showings(FaceOrder order, int epoch) {
        return new TreeMap<>(order.of(epoch).stream()
                .map(FaceOrder.Entry::face)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private static FaceSource source(int faces, double weight) {
        return new FaceSource(
                IntStream.range(0, faces).mapToObj(i -> face(i % 7)).toList(), weight, true);
    }

    private static LabelledFace face(int label) {
        return new LabelledFace(new byte[4], 2, 2, label, null, "face");
    }
}
