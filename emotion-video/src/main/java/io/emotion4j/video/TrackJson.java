package io.emotion4j.video;

import io.emotion4j.TrackSummary;
import io.emotion4j.output.Decimals;
import io.emotion4j.output.FaceJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A track that has ended, in JSON.
 *
 * @param type {@code track}
 * @param track its number
 * @param first when it was first seen, in seconds
 * @param last when it was last seen, in seconds
 * @param frames that show it
 * @param emotion that it showed the longest
 * @param shares part of the time in which each expression was the most probable
 * @param scores mean probabilities
 * @since 0.1.0
 */
public record TrackJson(
        String type,
        long track,
        BigDecimal first,
        BigDecimal last,
        long frames,
        String emotion,
        Map<String, BigDecimal> shares,
        Map<String, BigDecimal> scores) {

    static TrackJson of(TrackSummary track) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        track.shares().forEach((emotion, share) -> shares.put(emotion.label(), Decimals.probability(share)));
        return new TrackJson(
                "track",
                track.id(),
                Decimals.seconds(track.first()),
                Decimals.seconds(track.last()),
                track.frames(),
                track.dominant().label(),
                shares,
                FaceJson.scores(track.meanScores()));
    }
}
