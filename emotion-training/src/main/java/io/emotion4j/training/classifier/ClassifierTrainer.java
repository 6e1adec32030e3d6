package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.EpochListener;
import io.emotion4j.training.torch.NetworkRunner;
import io.emotion4j.training.torch.StartWeights;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains a two-headed expression classifier.
 *
 * @since 0.1.0
 */
public final class ClassifierTrainer {

    private static final int BATCH = 128;
    private static final int VALIDATE_EVERY = 4;

    private static final String LOSS = """
                votes_loss = torch.neg(torch.mean(torch.sum(torch.mul(torch.log_softmax(logits, 1), votes), [1])))
                labels_loss = torch.neg(torch.mean(torch.sum(torch.mul(torch.log_softmax(logits_fer2013, 1), labels), [1])))
                loss = torch.add(votes_loss, labels_loss, alpha=%s)
                voted = torch.to(torch.gt(torch.sum(votes, [1]), 0.), 6)
                votes_right = torch.to(torch.eq(torch.argmax(logits, 1), torch.argmax(votes, 1)), 6)
                votes_accuracy = torch.div(torch.sum(torch.mul(votes_right, voted)), torch.clamp(torch.sum(voted), 1.))
                labelled = torch.to(torch.gt(torch.sum(labels, [1]), 0.), 6)
                labels_right = torch.to(torch.eq(torch.argmax(logits_fer2013, 1), torch.argmax(labels, 1)), 6)
                labels_accuracy = torch.div(torch.sum(torch.mul(labels_right, labelled)), torch.clamp(torch.sum(labelled), 1.))
                return (loss, torch.detach(votes_loss), torch.detach(labels_loss), votes_accuracy, labels_accuracy)
            """;

    private ClassifierTrainer() {}

    /**
     * Trains a network and returns it with averaged weights.
     *
     * @param teachers trained networks whose answers are mixed into the targets; empty to learn from the data alone
     * @throws IllegalArgumentException for unlabelled faces without teachers, or class weights with teachers that are asked about inputs
     */
    public static Network train(
            Network network,
            List<FaceSource> training,
            List<LabelledFace> validation,
            ClassifierTrainingOptions options,
            List<Network> teachers,
            StartWeights start,
            Path folder,
            EpochListener listener)
            throws IOException {
        if (teachers.isEmpty() || options.teacher().view() == TeacherView.FACES) {
            List<LabelledFace> faces =
                    training.stream().flatMap(source -> source.faces().stream()).toList();
            TeacherAnswers answers = teachers.isEmpty() ? null : TeacherAnswers.of(teachers, faces);
            return train(
                    network, new FaceBatches(training, options, answers), validation, options, start, folder, listener);
        }
        try (Teachers asked =
                new Teachers(teachers, options.training().computing().bfloat16())) {
            return train(
                    network,
                    FaceBatches.asking(asked, training, options),
                    validation,
                    options,
                    start,
                    folder,
                    listener);
        }
    }

    private static Network train(
            Network network,
            FaceBatches batches,
            List<LabelledFace> validation,
            ClassifierTrainingOptions options,
            StartWeights start,
            Path folder,
            EpochListener listener)
            throws IOException {
        return new TrainingRun(
                        network,
                        new TrainingRun.Loss(
                                List.of("votes", "labels"),
                                LOSS.formatted(options.labelWeight()),
                                List.of(
                                        "loss",
                                        "votesLoss",
                                        "labelsLoss",
                                        "trainingVotesAccuracy",
                                        "trainingLabelsAccuracy")),
                        batches,
                        options.training(),
                        folder,
                        start)
                .train(
                        (epoch, averaged) -> (epoch + 1) % VALIDATE_EVERY == 0
                                        || epoch + 1 == options.training().epochs()
                                ? validate(averaged, validation)
                                : Map.of(),
                        listener);
    }

    private static Map<String, Double> validate(Network network, List<LabelledFace> faces) throws IOException {
        int[] right = new int[2];
        int[] total = new int[2];
        try (NetworkRunner runner = new NetworkRunner(network)) {
            for (int start = 0; start < faces.size(); start += BATCH) {
                List<LabelledFace> batch = faces.subList(start, Math.min(start + BATCH, faces.size()));
                List<float[]> outputs =
                        runner.run(PlainFaces.of(batch, false), batch.size(), 1, PlainFaces.SIDE, PlainFaces.SIDE);
                for (int i = 0; i < batch.size(); i++) {
                    count(outputs.get(0), i, FaceTargets.majority(batch.get(i)), right, total, 0);
                    count(outputs.get(1), i, batch.get(i).label(), right, total, 1);
                }
            }
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("votesAccuracy", (double) right[0] / Math.max(1, total[0]));
        metrics.put("labelsAccuracy", (double) right[1] / Math.max(1, total[1]));
        return metrics;
    }

    private static void count(float[] logits, int row, int truth, int[] right, int[] total, int head) {
        if (truth < 0) {
            return;
        }
        int classes = ExpressionLabels.NAMES.size();
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (logits[row * classes + c] > logits[row * classes + best]) {
                best = c;
            }
        }
        total[head]++;
        if (best == truth) {
            right[head]++;
        }
    }
}
