package io.emotion4j.training.detector;

import io.emotion4j.BoundingBox;
import java.util.ArrayList;
import java.util.List;

/**
 * Targets from what a {@link ReferenceDetector} sees in a crop, put right by the labels: in a picture whose faces are all
 * labelled, what it sees elsewhere is background; labelled boxes take the place of its boxes; a labelled face of which it is
 * not sure is raised, since the label is; and one that it hardly sees is learnt from the label alone, as {@link CellTargets}
 * does it. In other pictures only the landmarks of the labelled faces take the place of its own.
 */
final class ReferenceTargets {

    /** Below this score a cell teaches no box. */
    private static final float LEAST = 0.15f;

    /** A face of which no cell is surer is learnt from its label. */
    private static final float SEEN = 0.35f;

    private static final float SAME = 0.45f;
    private static final float RELATED = 0.25f;

    private ReferenceTargets() {}

    /** @param complete as in {@link DetectorBatches.Source} */
    static void write(
            ReferenceDetector.Answer answer,
            List<TrainingFace> faces,
            boolean complete,
            int side,
            float[] out,
            int offset) {
        float[] seen = seen(answer, faces, complete);
        for (int cell = 0; cell < answer.scores().length; cell++) {
            int at = offset + cell * CellTargets.VALUES;
            float score = answer.scores()[cell];
            out[at + CellTargets.COUNTS] = 1;
            if (score < 0.02f) {
                out[at + CellTargets.SCORE] = score;
                continue;
            }
            BoundingBox box = box(answer, cell);
            int face = nearest(faces, box);
            float overlap = face < 0 ? 0 : faces.get(face).box().iou(box);
            if (complete && overlap < RELATED) {
                continue;
            }
            out[at + CellTargets.SCORE] = score;
            if (score < LEAST) {
                continue;
            }
            boolean same = same(faces, face, overlap, complete);
            if (same && complete) {
                score *= raised(seen[face]) / seen[face];
                out[at + CellTargets.SCORE] = score;
            }
            BoundingBox target = same && complete ? faces.get(face).box() : box;
            out[at] = target.x();
            out[at + 1] = target.y();
            out[at + 2] = target.right();
            out[at + 3] = target.bottom();
            out[at + CellTargets.FACE] = score;
            if (same && faces.get(face).landmarks() != null) {
                CellTargets.putLandmarks(faces.get(face), out, at);
            } else {
                System.arraycopy(answer.points(), cell * 10, out, at + 4, 10);
                out[at + CellTargets.WEIGHT] = CellTargets.REFERENCE_LANDMARK_WEIGHT;
            }
        }
        if (!complete) {
            return;
        }
        List<TrainingFace> unseen = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!faces.get(i).ignored() && seen[i] < SEEN) {
                unseen.add(faces.get(i));
            }
        }
        CellTargets.learn(unseen, side, out, offset);
    }

    /** {@return how sure the surest cell is of each face, 0 where none teaches it a box} */
    private static float[] seen(ReferenceDetector.Answer answer, List<TrainingFace> faces, boolean complete) {
        float[] seen = new float[faces.size()];
        for (int cell = 0; cell < answer.scores().length; cell++) {
            float score = answer.scores()[cell];
            if (score >= LEAST) {
                BoundingBox box = box(answer, cell);
                int face = nearest(faces, box);
                if (face >= 0 && same(faces, face, faces.get(face).box().iou(box), complete)) {
                    seen[face] = Math.max(seen[face], score);
                }
            }
        }
        return seen;
    }

    private static boolean same(List<TrainingFace> faces, int face, float overlap, boolean complete) {
        return overlap > (complete ? SAME : RELATED) && !faces.get(face).ignored();
    }

    /** {@return what the surest cell of a labelled face is to say: half way from what the reference says to certainty} */
    private static float raised(float seen) {
        return (1 + seen) / 2;
    }

    private static BoundingBox box(ReferenceDetector.Answer answer, int cell) {
        float[] b = answer.boxes();
        int i = 4 * cell;
        return new BoundingBox(b[i], b[i + 1], b[i + 2] - b[i], b[i + 3] - b[i + 1]);
    }

    private static int nearest(List<TrainingFace> faces, BoundingBox box) {
        int best = -1;
        float overlap = 0;
        for (int i = 0; i < faces.size(); i++) {
            float iou = faces.get(i).box().iou(box);
            if (iou > overlap) {
                best = i;
                overlap = iou;
            }
        }
        return best;
    }
}
