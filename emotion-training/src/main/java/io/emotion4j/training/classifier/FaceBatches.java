package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.torch.Batch;
import io.emotion4j.training.torch.BatchSource;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Batches of augmented faces in a new order every epoch, with soft targets for both heads. */
final class FaceBatches implements BatchSource {

    private static final int CLASSES = ExpressionLabels.NAMES.size();

    /** Far from the numbers of faces, whose randomness is another. */
    private static final int MIXING = Integer.MIN_VALUE;

    private final List<LabelledFace> faces;
    private final BitSet unlabelled = new BitSet();
    private final FaceOrder order;
    private final FaceAugmentation augmentation;
    private final Mixup mixup;
    private final ClassWeights voteWeights;
    private final ClassWeights labelWeights;
    private final int batchSize;
    private final long seed;
    private final ClassifierTrainingOptions options;
    private final @Nullable TeacherAnswers teacher;
    private final @Nullable Teachers asked;

    /** @param teacher what it says about the faces of all sources, one after the other; or null */
    FaceBatches(List<FaceSource> sources, ClassifierTrainingOptions options, @Nullable TeacherAnswers teacher) {
        this(sources, options, teacher, null);
    }

    /** {@return batches about each of which teachers are asked} */
    static FaceBatches asking(Teachers teachers, List<FaceSource> sources, ClassifierTrainingOptions options) {
        return new FaceBatches(sources, options, null, teachers);
    }

    private FaceBatches(
            List<FaceSource> sources,
            ClassifierTrainingOptions options,
            @Nullable TeacherAnswers teacher,
            @Nullable Teachers asked) {
        this.faces = sources.stream().flatMap(source -> source.faces().stream()).toList();
        this.teacher = teacher;
        this.asked = asked;
        this.options = options;
        markUnlabelled(sources);
        this.seed = options.training().seed();
        this.order = new FaceOrder(sources, seed);
        this.augmentation = new FaceAugmentation(options.inputs().augmentation());
        this.mixup = new Mixup(options.inputs().mixup());
        this.batchSize = Math.min(options.inputs().batchSize(), order.perEpoch());
        this.voteWeights = ClassWeights.of(options.balance(), sources, FaceTargets::votes);
        this.labelWeights = ClassWeights.of(options.balance(), sources, FaceTargets::label);
    }

    @Override
    public int batchesPerEpoch(int epoch) {
        return order.perEpoch() / batchSize;
    }

    @Override
    public Batch batch(int epoch, int index) {
        List<FaceOrder.Entry> shown = order.of(epoch);
        int side = options.sideAt(epoch);
        float[] input = new float[batchSize * side * side];
        float[] votes = new float[batchSize * CLASSES];
        float[] labels = new float[batchSize * CLASSES];
        for (int i = 0; i < batchSize; i++) {
            FaceOrder.Entry entry = shown.get(index * batchSize + i);
            int which = entry.face();
            LabelledFace face = faces.get(which);
            Random random = new Random(FaceOrder.mix(seed, epoch, which + entry.copy() * faces.size()));
            augmentation.draw(face, random, side, input, i * side * side);
            float[] voted = FaceTargets.votes(face);
            float[] labelled = FaceTargets.label(face);
            boolean counted = face.votes() != null;
            target(
                    voted,
                    votes,
                    i * CLASSES,
                    counted ? options.smoothing().votes() : options.smoothing().labels());
            target(labelled, labels, i * CLASSES, options.smoothing().labels());
            if (teacher != null && unlabelled.get(which)) {
                teacher.answer(which, votes, labels, i * CLASSES);
            } else if (teacher != null) {
                teacher.mixVotes(which, options.teacher().shares().votes(), votes, i * CLASSES);
                teacher.mixLabels(which, options.teacher().shares().labels(), labels, i * CLASSES);
            }
            weigh(votes, i * CLASSES, voteWeights.of(voted));
            weigh(labels, i * CLASSES, labelWeights.of(labelled));
        }
        mixup.apply(batchSize, new Random(FaceOrder.mix(seed, epoch, MIXING + index)), input, votes, labels);
        if (asked != null) {
            TeacherAnswers answers = asked.answers(input, batchSize, side);
            TeacherAnswers.complete(options.teacher().shares().votes(), votes, answers.votes());
            TeacherAnswers.complete(options.teacher().shares().labels(), labels, answers.labels());
        }
        return new Batch(
                batchSize,
                List.of(
                        new Batch.Part(input, batchSize, 1, side, side),
                        new Batch.Part(votes, batchSize, CLASSES),
                        new Batch.Part(labels, batchSize, CLASSES)));
    }

    private void markUnlabelled(List<FaceSource> sources) {
        int first = 0;
        for (FaceSource source : sources) {
            unlabelled.set(first, first + source.faces().size(), !source.labelled());
            first += source.faces().size();
        }
        if (asked != null && options.balance() != ClassBalance.NONE) {
            throw new IllegalArgumentException(
                    "Class weights count a face by its label, and what teachers say about inputs has none; leave one out");
        }
        if (teacher == null && asked == null && !unlabelled.isEmpty()) {
            throw new IllegalArgumentException(
                    "Of unlabelled faces only what a teacher says is learnt; name a teacher");
        }
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

    /** The loss is linear in the target, so a target of twice the size counts twice. */
    private static void weigh(float[] targets, int offset, float weight) {
        for (int c = offset; c < offset + CLASSES; c++) {
            targets[c] *= weight;
        }
    }
}
