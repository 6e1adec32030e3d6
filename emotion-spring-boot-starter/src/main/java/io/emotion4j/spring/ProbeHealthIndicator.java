package io.emotion4j.spring;

import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Runs both networks on a small picture, and keeps the answer for a while: many may ask, one analyzes. An application that is too busy
 * to answer in time is of unknown health, not down: restarting it would help nobody. Thread-safe.
 */
final class ProbeHealthIndicator implements HealthIndicator {

    private static final int SIDE = 64;

    private final EmotionAnalyzer analyzer;
    private final Duration interval;
    private final LongSupplier nanoClock;
    private final RgbImage probe = gradient();
    private @Nullable Health answer;
    private long answeredAt;

    ProbeHealthIndicator(EmotionAnalyzer analyzer, EmotionProperties.Health options, LongSupplier nanoClock) {
        this.analyzer = analyzer.withDeadline(options.timeout());
        this.interval = options.interval();
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized Health health() {
        Health kept = answer;
        if (kept == null || nanoClock.getAsLong() - answeredAt >= interval.toNanos()) {
            kept = ask();
            answer = kept;
            answeredAt = nanoClock.getAsLong();
        }
        return kept;
    }

    private Health ask() {
        long start = System.nanoTime();
        try {
            analyzer.detect(probe);
            // The gradient shows no face, and the classifier is to run, too.
            List<EmotionScores> scores = analyzer.classify(probe, List.of(Face.filling(probe)));
            if (scores.size() != 1) {
                return Health.down()
                        .withDetail("error", "expected scores of 1 face, found " + scores.size())
                        .build();
            }
        } catch (AnalysisAbortedException busy) {
            return Health.unknown()
                    .withDetail("busy", String.valueOf(busy.getMessage()))
                    .build();
        } catch (RuntimeException failure) {
            return Health.down(failure).build();
        }
        return Health.up()
                .withDetail("engine", analyzer.engine())
                .withDetail("classifier", analyzer.classifier().id())
                .withDetail("probeMillis", (System.nanoTime() - start) / 1_000_000)
                .build();
    }

    private static RgbImage gradient() {
        byte[] rgb = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 % SIDE * 4);
        }
        return RgbImage.of(SIDE, SIDE, rgb);
    }
}
