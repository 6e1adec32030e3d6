package io.emotion4j.internal.yunet;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.internal.geometry.Nms;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes faces of the outputs of <a href="https://doi.org/10.1007/s11633-023-1423-y">YuNet</a>: {@code cls_S}, {@code
 * obj_S} float32 [N,A,1] in 0..1, {@code bbox_S} [N,A,4] and {@code kps_S} [N,A,10] for the strides S = 8, 16 and 32, a
 * cell for each S x S pixels of the input, row by row. Immutable and thread-safe.
 */
public final class YuNetDecoder {

    private static final int[] STRIDES = {8, 16, 32};

    private final float scoreThreshold;
    private final float nmsThreshold;

    /**
     * A decoder.
     *
     * @param scoreThreshold least confidence of a face, 0 to 1
     * @param nmsThreshold most IoU of two faces, 0 to 1
     * @throws IllegalArgumentException if a threshold is not within 0 to 1
     */
    public YuNetDecoder(float scoreThreshold, float nmsThreshold) {
        this.scoreThreshold = checked("score", scoreThreshold);
        this.nmsThreshold = checked("NMS", nmsThreshold);
    }

    private static float checked(String name, float threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The " + name + " threshold lies within 0 to 1, found " + threshold);
        }
        return threshold;
    }

    /**
     * Finds the faces of one picture of the batch.
     *
     * @param outputs the network's outputs by name, from position on
     * @param index which picture of the batch
     * @param letterbox how that picture lies in the input
     * @return the faces with landmarks, boxes inside the picture, by falling confidence, no two overlapping by more
     *     than the NMS threshold
     * @throws io.emotion4j.InferenceException if an output has a wrong size, or a number that is not finite where it
     *     counts
     */
    public List<Face> decode(Function<String, FloatBuffer> outputs, int index, Letterbox letterbox) {
        List<Candidate> candidates = new ArrayList<>();
        for (int stride : STRIDES) {
            YuNetLevel.of(outputs, stride, index, letterbox).collect(scoreThreshold, candidates);
        }
        List<BoundingBox> boxes = new ArrayList<>(candidates.size());
        float[] scores = new float[candidates.size()];
        for (int i = 0; i < scores.length; i++) {
            // Clipped before suppression: clipping moves boxes closer together.
            boxes.add(candidates.get(i).box());
            scores[i] = candidates.get(i).score();
        }
        List<Face> faces = new ArrayList<>();
        for (int kept : Nms.keep(boxes, scores, nmsThreshold)) {
            faces.add(candidates.get(kept).toFace());
        }
        return faces;
    }
}
