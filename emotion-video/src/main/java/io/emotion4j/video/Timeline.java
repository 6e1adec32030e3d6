package io.emotion4j.video;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.TrackSummary;
import io.emotion4j.TrackedFace;
import io.emotion4j.output.draw.PictureWriter;
import io.emotion4j.output.draw.TimelinePicture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws who showed which expression when, into a picture at the end. However long the video is, it keeps {@value #BINS} spans of
 * time, which grow, and the {@value #LANES} longest of the tracks that have ended.
 *
 * @since 0.1.0
 */
public final class Timeline implements TrackListener {

    private static final int BINS = 1000;
    private static final int LANES = 12;

    private final Path file;
    private final List<Emotion> labels;
    private final Map<Long, Lane> open = new HashMap<>();
    private final List<Lane> ended = new ArrayList<>();
    private long binNanos = Duration.ofMillis(40).toNanos();
    private Duration lastFrame = Duration.ZERO;
    private long tracks;

    /** Sums of scores by span of time; null where the face was not seen. */
    private static final class Lane {

        private final long track;
        private float[][] sums = new float[BINS][];
        private Duration last = Duration.ZERO;
        private long frames;

        Lane(long track) {
            this.track = track;
        }

        void add(int bin, EmotionScores scores, List<Emotion> labels) {
            if (sums[bin] == null) {
                sums[bin] = new float[labels.size()];
            }
            for (int i = 0; i < labels.size(); i++) {
                sums[bin][i] += scores.score(labels.get(i));
            }
        }

        /** Two spans of time become one. */
        void halve() {
            float[][] halved = new float[BINS][];
            for (int i = 0; i < BINS; i++) {
                if (halved[i / 2] == null || sums[i] == null) {
                    halved[i / 2] = sums[i] == null ? halved[i / 2] : sums[i];
                    continue;
                }
                for (int k = 0; k < sums[i].length; k++) {
                    halved[i / 2][k] += sums[i][k];
                }
            }
            sums = halved;
        }
    }

    /**
     * Prepares.
     *
     * @param file that the picture is written to at the end: .png or .jpg
     * @param labels that the classifier knows
     */
    public Timeline(Path file, List<Emotion> labels) {
        this.file = file;
        this.labels = List.copyOf(labels);
    }

    @Override
    public void frame(VideoFrame frame, List<TrackedFace> faces) {
        while (frame.time().toNanos() / binNanos >= BINS) {
            binNanos *= 2;
            open.values().forEach(Lane::halve);
            ended.forEach(Lane::halve);
        }
        int bin = bin(frame.time());
        for (TrackedFace face : faces) {
            Lane lane = open.computeIfAbsent(face.id(), Lane::new);
            // A span between two frames belongs to the later one, where both showed the face.
            int first = lane.frames > 0 && lane.last.equals(lastFrame) ? Math.min(bin, bin(lastFrame) + 1) : bin;
            for (int i = first; i <= bin; i++) {
                lane.add(i, EmotionScores.of(face.face().scores()), labels);
            }
            lane.last = frame.time();
            lane.frames++;
        }
        lastFrame = frame.time();
    }

    private int bin(Duration time) {
        return (int) (time.toNanos() / binNanos);
    }

    @Override
    public void ended(TrackSummary track) {
        tracks++;
        Lane lane = open.remove(track.id());
        if (lane != null) {
            ended.add(lane);
        }
        if (ended.size() > LANES) {
            ended.remove(ended.stream()
                    .min(Comparator.comparingLong(candidate -> candidate.frames))
                    .orElseThrow());
        }
    }

    @Override
    public void close() throws IOException {
        List<TimelinePicture.Lane> lanes = ended.stream()
                .sorted(Comparator.comparingLong(lane -> lane.track))
                .map(lane -> new TimelinePicture.Lane("#" + lane.track, lane.sums))
                .toList();
        String title = lanes.size() == tracks ? "" : "the " + LANES + " longest of " + tracks + " tracks";
        PictureWriter.write(TimelinePicture.draw(title, labels, lanes, bin(lastFrame) + 1, binNanos / 1e9), file);
    }
}
