package io.emotion4j;

import io.emotion4j.internal.tracking.Track;
import io.emotion4j.internal.tracking.TrackMatching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows faces over the frames of a video or a camera: tells which face is which, and smooths boxes and scores over time. It
 * looks at results alone, so any source of frames will do.
 *
 * <pre>{@code
 * EmotionTracker tracker = EmotionTracker.builder().onFinished(System.out::println).build();
 * for (Frame frame : frames) {
 *     for (TrackedFace face : tracker.update(frame.time(), analyzer.analyze(frame.picture()).faces())) {
 *         System.out.println(face);   // #3 happy 0.94 at 120,80 size 64x72
 *     }
 * }
 * tracker.finish();
 * }</pre>
 *
 * <p>A face is found again by its overlap with where it should be by now, if it moves on as it did, as in
 * <a href="https://arxiv.org/abs/1602.00763">SORT</a> (Bewley et al. 2016); also after a short time out of sight. It is told of
 * once it was found in a few frames in a row. Who a face belongs to is not looked at: somebody who comes back later is
 * somebody new.
 *
 * <p>Memory stays bounded: a track that has ended is handed to {@link EmotionTrackerBuilder#onFinished} and forgotten.
 *
 * <p>Not thread-safe: a tracker for each stream, its frames one after the other. What it returns is immutable.
 *
 * @since 0.1.0
 */
public final class EmotionTracker {

    private final int minHits;
    private final Duration maxGap;
    private final float minOverlap;
    private final double boxHalfLife;
    private final double scoreHalfLife;
    private final Consumer<TrackSummary> onFinished;
    private final List<Track> tracks = new ArrayList<>();
    /** Those of them that were seen in the last frame. */
    private Set<Track> inSight = Set.of();

    private @Nullable Duration lastTime;
    private @Nullable List<Emotion> labels;
    private long numbers;

    EmotionTracker(EmotionTrackerBuilder builder) {
        minHits = builder.minHits;
        maxGap = builder.maxGap;
        minOverlap = builder.minOverlap;
        boxHalfLife = builder.boxHalfLife.toNanos() / 1e9;
        scoreHalfLife = builder.scoreHalfLife.toNanos() / 1e9;
        onFinished = builder.onFinished;
    }

    /** {@return a builder, to choose settings} */
    public static EmotionTrackerBuilder builder() {
        return new EmotionTrackerBuilder();
    }

    /**
     * Takes the faces of the next frame. Call it for frames without faces, too: they tell that a face is out of sight.
     *
     * @param time of the frame, from any fixed moment; not before the last frame's
     * @param faces what was found in it, in any order; their scores come from one model
     * @return the faces that are followed, in the order of {@code faces}; those that are too new are left out
     * @throws IllegalArgumentException if time goes backwards, or the labels of the scores differ from those before
     */
    public List<TrackedFace> update(Duration time, List<FaceEmotion> faces) {
        Objects.requireNonNull(time, "time");
        List<FaceEmotion> found = List.copyOf(faces);
        check(time, found);
        List<Track> ended = takeUnseenSince(time.minus(maxGap));
        TrackMatching matching = new TrackMatching(time, found, minOverlap, inOrderOfTrust());
        Track[] trackOf = new Track[found.size()];
        Set<Track> seen = new HashSet<>();
        for (Track track : tracks) {
            int face = matching.faceOf(track);
            if (face >= 0) {
                track.see(time, found.get(face), inSight.contains(track));
                trackOf[face] = track;
                seen.add(track);
            }
        }
        // A face that is not sure yet gets no second chance.
        tracks.removeIf(track -> !track.isConfirmed() && !seen.contains(track));
        for (int i = 0; i < trackOf.length; i++) {
            if (!matching.isTaken(i)) {
                trackOf[i] = new Track(time, found.get(i), boxHalfLife, scoreHalfLife);
                tracks.add(trackOf[i]);
                seen.add(trackOf[i]);
            }
        }
        inSight = seen;
        lastTime = time;
        List<TrackedFace> told = told(trackOf);
        tellEnds(ended);
        return told;
    }

    /** Ends every track, as at the end of a stream. Another stream may follow: its time begins anew, numbers go on. */
    public void finish() {
        List<Track> ended = List.copyOf(tracks);
        tracks.clear();
        inSight = Set.of();
        lastTime = null;
        tellEnds(ended);
    }

    /** How many tracks are kept. */
    int followed() {
        return tracks.size();
    }

    private List<TrackedFace> told(Track[] trackOf) {
        List<TrackedFace> told = new ArrayList<>();
        for (Track track : trackOf) {
            if (!track.isConfirmed() && track.frames() >= minHits) {
                track.confirm(++numbers);
            }
            if (track.isConfirmed()) {
                told.add(track.face());
            }
        }
        return List.copyOf(told);
    }

    /** Whoever was just seen chooses before whoever is out of sight, and both before whoever is not sure yet. */
    private List<List<Track>> inOrderOfTrust() {
        List<List<Track>> groups = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Track track : tracks) {
            int group = !track.isConfirmed() ? 2 : inSight.contains(track) ? 0 : 1;
            groups.get(group).add(track);
        }
        return groups;
    }

    private List<Track> takeUnseenSince(Duration time) {
        List<Track> ended = tracks.stream()
                .filter(track -> !inSight.contains(track) && track.last().compareTo(time) < 0)
                .toList();
        tracks.removeAll(ended);
        return ended;
    }

    /** Every track is told of, also where the listener throws: the first failure is thrown at the end, with the others. */
    private void tellEnds(List<Track> ended) {
        RuntimeException failure = null;
        for (Track track : ended) {
            try {
                if (track.isConfirmed()) {
                    onFinished.accept(track.summary());
                }
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void check(Duration time, List<FaceEmotion> faces) {
        if (lastTime != null && time.compareTo(lastTime) < 0) {
            throw new IllegalArgumentException("Frames come in the order of their time: the last was at " + lastTime
                    + ", found one at " + time + "; for another stream call finish() first");
        }
        for (FaceEmotion face : faces) {
            List<Emotion> found = EmotionScores.of(face.scores()).labels();
            if (labels == null) {
                labels = found;
            }
            if (!labels.equals(found)) {
                throw new IllegalArgumentException("All scores of a tracker come from one model, with labels " + labels
                        + "; found some with labels " + found + "; make another tracker for another model");
            }
        }
    }
}
