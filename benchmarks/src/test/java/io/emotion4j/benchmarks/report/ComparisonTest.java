package io.emotion4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.benchmarks.report.Measured.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String LIBRARY = "Detect.library size=640";
    private static final String BARE = "Detect.bareCall size=640";

    @Test
    void ratioIsTheMedianOverTheRounds() {
        Measured measured = measured(figures(11, 30, 12), figures(10, 10, 10));
        assertThat(ratio("detect 640x480 : bare engine call").of(measured)).hasValueCloseTo(1.2, within(1e-9));
        Measured two = measured(figures(11, 13), figures(10, 10));
        assertThat(ratio("detect 640x480 : bare engine call").of(two)).hasValueCloseTo(1.2, within(1e-9));
    }

    @Test
    void worseByMoreThanATenthFails() {
        Measured before = measured(figures(11), figures(10));
        assertThat(Comparison.of(before, measured(figures(12), figures(10))).worse())
                .isFalse();
        Comparison worse = Comparison.of(before, measured(figures(12.2), figures(10)));
        assertThat(worse.worse()).isTrue();
        assertThat(worse.text()).isEqualTo("WORSE  1.100 ->  1.220  detect 640x480 : bare engine call%n".formatted());
    }

    @Test
    void moreThreadsAreBetter() {
        Ratio threads = ratio("two threads : one thread, pictures a second");
        assertThat(threads.worsening(1.6, 2.0)).isEqualTo(1.25);
        assertThat(threads.worsening(2.0, 1.6)).isEqualTo(0.8);
    }

    @Test
    void nothingInCommonIsAnError() {
        Measured empty = new Measured(Map.of(), Map.of());
        assertThatThrownBy(() -> Comparison.of(empty, empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The two files have no ratio in common");
    }

    @Test
    void aMissedPromiseIsSaid() {
        assertThat(Report.markdown(measured(figures(12), figures(10)), "x.png"))
                .contains("| detect 640x480 : bare engine call | 1.200 (missed) | 1.120 | 1.050 |");
        assertThat(Report.markdown(measured(figures(11), figures(10)), "x.png"))
                .contains("| detect 640x480 : bare engine call | 1.100 | 1.120 | 1.050 |");
    }

    private static Ratio ratio(String name) {
        return Ratio.ALL.stream()
                .filter(ratio -> ratio.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Measured measured(List<Figure> library, List<Figure> bare) {
        return new Measured(Map.of(), Map.of(LIBRARY, library, BARE, bare));
    }

    private static List<Figure> figures(double... medians) {
        return Arrays.stream(medians)
                .mapToObj(median -> new Figure("ms/op", median, median, median, Double.NaN))
                .toList();
    }
}
