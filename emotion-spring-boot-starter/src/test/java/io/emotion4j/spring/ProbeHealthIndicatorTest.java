package io.emotion4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.InferenceException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ProbeHealthIndicatorTest {

    private final FakeAnalyzer fake = new FakeAnalyzer();
    private final EmotionAnalyzer analyzer = fake.builder().build();
    private final AtomicLong nanos = new AtomicLong();
    private final ProbeHealthIndicator health = new ProbeHealthIndicator(
            analyzer, new EmotionProperties.Health(Duration.ofSeconds(30), Duration.ofSeconds(5)), nanos::get);

    @Test
    void manyQuestionsWithinTheIntervalCostOneAnalysis() {
        for (int i = 0; i < 5; i++) {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(fake.classified).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(health.health().getDetails()).containsEntry("engine", "fake").containsKey("probeMillis");
        assertThat(fake.classified).hasValue(2);
    }

    @Test
    void anEngineThatFailsIsDown() {
        fake.onDetect = () -> {
            throw new InferenceException("the engine is broken");
        };
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().toString()).contains("the engine is broken");
    }

    @Test
    void aClosedAnalyzerIsDown() {
        analyzer.close();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void anApplicationTooBusyToAnswerInTimeIsOfUnknownHealth() {
        fake.onDetect = () -> {
            throw new AnalysisAbortedException(AnalysisAbortedException.Reason.DEADLINE, "its deadline has passed");
        };
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(health.health().getDetails()).containsEntry("busy", "its deadline has passed");
    }
}
