package io.emotion4j.internal.tracking;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.TrackSummary;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What part of the time a face showed which expression. */
final class Shares {

    private Shares() {}

    /** Sums up; {@code nanosOf} goes by the labels of the scores. A face seen only for a moment has its mean's top expression. */
    static TrackSummary summary(
            long id, Duration first, Duration last, int frames, EmotionScores mean, long[] nanosOf) {
        List<Emotion> labels = mean.labels();
        double total = Arrays.stream(nanosOf).sum();
        Map<Emotion, Double> shares = new EnumMap<>(Emotion.class);
        Emotion dominant = mean.top();
        for (int i = 0; i < nanosOf.length; i++) {
            Emotion label = labels.get(i);
            double share = total > 0 ? nanosOf[i] / total : (label == mean.top() ? 1 : 0);
            shares.put(label, share);
            if (share > shares.getOrDefault(dominant, 0.0)) {
                dominant = label;
            }
        }
        return new TrackSummary(id, first, last, frames, mean, dominant, shares);
    }
}
