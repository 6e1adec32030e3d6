package io.emotion4j.video;

import io.emotion4j.FaceEmotion;
import io.emotion4j.TrackedFace;
import io.emotion4j.output.Decimals;
import io.emotion4j.output.FaceJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A frame in JSON.
 *
 * @param type {@code frame}
 * @param frame its place among all frames, from 0
 * @param seconds since the first frame
 * @param faces in it, smoothed over time
 * @since 0.1.0
 */
public record FrameJson(String type, long frame, BigDecimal seconds, List<Face> faces) {

    /**
     * A face of a frame: as {@link FaceJson}, with its track and without landmarks, which are not smoothed.
     *
     * @param track its number
     * @param box in pixels
     * @param confidence of the face
     * @param emotion the most probable expression
     * @param score its probability
     * @param scores every expression's
     * @param abstained whether the model abstained when it saw the face last
     * @param extras what the model said beside the scores then, by name
     */
    public record Face(
            long track,
            FaceJson.Box box,
            BigDecimal confidence,
            String emotion,
            BigDecimal score,
            Map<String, BigDecimal> scores,
            boolean abstained,
            Map<String, List<BigDecimal>> extras) {

        static Face of(TrackedFace tracked) {
            FaceEmotion found = tracked.face();
            FaceJson face = FaceJson.of(found);
            return new Face(
                    tracked.id(),
                    face.box(),
                    face.confidence(),
                    face.emotion(),
                    face.score(),
                    face.scores(),
                    face.abstained(),
                    face.extras());
        }
    }

    static FrameJson of(VideoFrame frame, List<TrackedFace> faces) {
        return new FrameJson(
                "frame",
                frame.number(),
                Decimals.seconds(frame.time()),
                faces.stream().map(Face::of).toList());
    }
}
