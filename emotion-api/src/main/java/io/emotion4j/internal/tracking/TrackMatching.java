package io.emotion4j.internal.tracking;

import io.emotion4j.BoundingBox;
import io.emotion4j.FaceEmotion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which face of a frame belongs to which track: by the overlap (IoU) of the face with where the track is expected, largest
 * overlap first. What is left is tried again with boxes of twice the size, which finds faces that moved further than expected
 * (buffered IoU: Yang et al. 2023, <a href="https://arxiv.org/abs/2211.14317">arXiv:2211.14317</a>).
 */
public final class TrackMatching {

    private static final float[] BUFFERS = {0, 0.5f};

    private record Pair(Track track, int face, float iou) {}

    private final Duration time;
    private final List<FaceEmotion> faces;
    private final float minOverlap;
    private final Map<Track, Integer> faceOf = new HashMap<>();
    private final boolean[] taken;

    /**
     * Matches.
     *
     * @param time of the frame
     * @param faces in the frame
     * @param minOverlap least IoU
     * @param groups tracks; those of an earlier group choose first
     */
    public TrackMatching(
            Duration time, List<FaceEmotion> faces, float minOverlap, List<? extends Collection<Track>> groups) {
        this.time = time;
        this.faces = faces;
        this.minOverlap = minOverlap;
        this.taken = new boolean[faces.size()];
        for (float buffer : BUFFERS) {
            for (Collection<Track> group : groups) {
                match(group, buffer);
            }
        }
    }

    /**
     * A track's face.
     *
     * @param track one of those that were given
     * @return index of its face; -1 where it was not found
     */
    public int faceOf(Track track) {
        return faceOf.getOrDefault(track, -1);
    }

    /**
     * Whether a face belongs to a track.
     *
     * @param face its index
     * @return false for a face that is new
     */
    public boolean isTaken(int face) {
        return taken[face];
    }

    private void match(Collection<Track> tracks, float buffer) {
        List<Pair> pairs = new ArrayList<>();
        for (Track track : tracks) {
            if (faceOf.containsKey(track)) {
                continue;
            }
            BoundingBox expected = grown(track.expected(time), buffer);
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i]) {
                    float iou = expected.iou(grown(faces.get(i).box(), buffer));
                    if (iou >= minOverlap) {
                        pairs.add(new Pair(track, i, iou));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::iou).reversed());
        for (Pair pair : pairs) {
            if (!taken[pair.face] && !faceOf.containsKey(pair.track)) {
                taken[pair.face] = true;
                faceOf.put(pair.track, pair.face);
            }
        }
    }

    private static BoundingBox grown(BoundingBox box, float buffer) {
        return buffer == 0
                ? box
                : new BoundingBox(
                        box.x() - buffer * box.width(),
                        box.y() - buffer * box.height(),
                        box.width() * (1 + 2 * buffer),
                        box.height() * (1 + 2 * buffer));
    }
}
