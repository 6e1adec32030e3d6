package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.torch.Batch;
import io.emotion4j.training.torch.BatchSource;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Batches of augmented faces in a new order every epoch, with soft targets for both heads. */
final class FaceBatches implements BatchSource {

    private static final int CLASSES = ExpressionLabels.NAMES.size();

    private final List<LabelledFace> faces;
    private final FaceAugmentation augmentation;
    private final int batchSize;
    private final long seed;
    private final ClassifierOptions options;
    private final @Nullable TeacherAnswers teacher;

    FaceBatches(List<LabelledFace> faces, ClassifierOptions options, @Nullable TeacherAnswers teacher) {
        this.faces = faces;
        this.teacher = teacher;
        this.options = options;
        this.augmentation = new FaceAugmentation(options.augmentation());
        this.batchSize = Math.min(options.batchSize(), faces.size());
        this.seed = options.training().seed();
    }

    @Override
    public int batchesPerEpoch(int epoch) {
        return faces.size() / batchSize;
    }

    @Override
    public Batch batch(int epoch, int index) {
        int[] order = order(epoch);
        int side = options.sideAt(epoch);
        float[] input = new float[batchSize * side * side];
        float[] votes = new float[batchSize * CLASSES];
        float[] labels = new float[batchSize * CLASSES];
        for (int i = 0; i < batchSize; i++) {
            int which = order[index * batchSize + i];
            LabelledFace face = faces.get(which);
            Random random = new Random(mix(seed, epoch, which));
            augmentation.draw(face, random, side, input, i * side * side);
            target(face.voteShares(), votes, i * CLASSES, options.voteSmoothing());
            if (face.label() >= 0) {
                float[] one = new float[CLASSES];
                one[face.label()] = 1;
                target(one, labels, i * CLASSES, options.labelSmoothing());
            }
            if (teacher != null) {
                teacher.mixVotes(which, options.teacherVotes(), votes, i * CLASSES);
                teacher.mixLabels(which, options.teacherLabels(), labels, i * CLASSES);
            }
        }
        return new Batch(
                batchSize,
                List.of(
                        new Batch.Part(input, batchSize, 1, side, side),
                        new Batch.Part(votes, batchSize, CLASSES),
                        new Batch.Part(labels, batchSize, CLASSES)));
    }

    private static void target(float[] shares, float[] out, int offset, double smoothing) {
        float sum = 0;
        for (float share : shares) {
            sum += share;
        }
        for (int c = 0; c < shares.length; c++) {
            out[offset + c] = (float) ((1 - smoothing) * shares[c] + smoothing * sum / shares.length);
        }
    }

    private int[] order(int epoch) {
        int[] order = new int[faces.size()];
        Random random = new Random(mix(seed, epoch, -1));
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long seed, int epoch, int index) {
        long z = seed * 0x9E3779B97F4A7C15L + epoch * 0xBF58476D1CE4E5B9L + index * 0x94D049BB133111EBL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 27);
    }
}
