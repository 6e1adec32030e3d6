package io.emotion4j.internal.geometry;

import io.emotion4j.BoundingBox;
import java.util.Arrays;
import java.util.List;

/** Greedy non-maximum suppression: of boxes that overlap too much, the one with the highest score stays. */
public final class Nms {

    private Nms() {}

    /**
     * Chooses among boxes.
     *
     * @param boxes any number
     * @param scores one a box, none negative
     * @param maxIou the most that two boxes may overlap and both stay, by {@link BoundingBox#iou}
     * @return indices of the boxes that stay, by falling score; of equal scores the earlier first
     */
    public static int[] keep(List<BoundingBox> boxes, float[] scores, float maxIou) {
        Kept kept = new Kept(boxes.size());
        for (int index : byFallingScore(scores, boxes.size())) {
            BoundingBox box = boxes.get(index);
            if (!kept.overlaps(box, maxIou)) {
                kept.add(box, index);
            }
        }
        return Arrays.copyOf(kept.indices, kept.count);
    }

    private static int[] byFallingScore(float[] scores, int count) {
        // The bits of floats that are not negative order as the floats do: one sort of longs, no boxing.
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(scores[i])) << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    /** The boxes that stay, an array a side: a crowd makes millions of comparisons. */
    private static final class Kept {
        private final float[] left;
        private final float[] top;
        private final float[] right;
        private final float[] bottom;
        private final float[] area;
        private final int[] indices;
        private int count;

        Kept(int most) {
            left = new float[most];
            top = new float[most];
            right = new float[most];
            bottom = new float[most];
            area = new float[most];
            indices = new int[most];
        }

        void add(BoundingBox box, int index) {
            left[count] = box.x();
            top[count] = box.y();
            right[count] = box.right();
            bottom[count] = box.bottom();
            area[count] = box.area();
            indices[count++] = index;
        }

        boolean overlaps(BoundingBox box, float maxIou) {
            float boxLeft = box.x();
            float boxTop = box.y();
            float boxRight = box.right();
            float boxBottom = box.bottom();
            for (int i = 0; i < count; i++) {
                // In a crowd nearly all pairs lie apart; comparisons are much cheaper than Math.min and Math.max.
                if (left[i] < boxRight && right[i] > boxLeft && top[i] < boxBottom && bottom[i] > boxTop) {
                    // The same arithmetic as BoundingBox.iou, to the last bit: callers check with that.
                    float w = Math.min(boxRight, right[i]) - Math.max(boxLeft, left[i]);
                    float h = Math.min(boxBottom, bottom[i]) - Math.max(boxTop, top[i]);
                    float intersection = w * h;
                    if (intersection / (box.area() + area[i] - intersection) > maxIou) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
