package io.emotion4j.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.training.run.RunCurves;
import io.emotion4j.training.torch.EpochListener.Step;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("all-rooms")
class TrainingProgressTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private long seconds;

    @Test
    void withoutATerminalTheFirstBatchIsALine() {
        try (TrainingProgress progress = progress(false)) {
            progress.batchDone(step(2, 0));
            progress.batchDone(step(2, 1));
        }

        assertThat(said.toString())
                .isEqualToNormalizingNewlines("epoch 3/5, batch 1/4: loss 1.250, accuracy 62.5 %, 1,234 pictures/s\n");
    }

    @Test
    void whatIsLeftGoesByTheBatchesThatWereLearnt() {
        try (TrainingProgress progress = progress(false)) {
            progress.batchDone(step(2, 1));
            seconds = 20;
            progress.batchDone(step(2, 3));
        }

        assertThat(said.toString().lines().skip(1))
                .as("two replicas learn two batches a step: eight are left, at ten seconds each")
                .containsExactly("epoch 3/5, batch 4/4: loss 1.250, accuracy 62.5 %, 1,234 pictures/s, 0:01:20 left");
    }

    @Test
    void onATerminalABarShowsTheWholeRunAndMakesWayForTheEpoch() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("epoch", 3.0);
        metrics.put("loss", 1.25);
        metrics.put("votesAccuracy", 0.625);
        try (TrainingProgress progress = progress(true)) {
            progress.batchDone(step(2, 3));
            progress.epochDone(metrics);
        }

        assertThat(said.toString())
                .contains("training", "60%", "12/20", "epoch 3/5, loss 1.250")
                .contains("epoch 3, loss 1.250, votesAccuracy 62.5 %");
    }

    @Test
    void curvesAreDrawnFromTheMetrics() throws IOException {
        Path metrics = Files.writeString(
                folder.resolve("metrics.jsonl"),
                "{\"epoch\": 1.0, \"loss\": 2.0, \"votesLoss\": 1.0, \"rate\": 0.1, \"waitedShare\": 0.1}\n"
                        + "{\"epoch\": 2.0, \"loss\": 1.0, \"votesLoss\": 0.5, \"rate\": 0.05, \"votesAccuracy\": 0.5}\n");
        Path file = folder.resolve(RunCurves.FILE);

        RunCurves.draw(metrics, "a run", file);

        BufferedImage three = ImageIO.read(file.toFile());
        Files.writeString(metrics, "{\"epoch\": 1.0, \"loss\": 2.0, \"rate\": null}\n");
        RunCurves.draw(metrics, "a run", file);
        BufferedImage one = ImageIO.read(file.toFile());
        assertThat(three.getHeight()).as("loss, measured, learning rate").isEqualTo(3 * one.getHeight());
        assertThat(three.getWidth()).isEqualTo(one.getWidth());
    }

    private TrainingProgress progress(boolean terminal) {
        return new TrainingProgress(new PrintWriter(said), terminal, () -> seconds * 1_000_000_000);
    }

    private static Step step(int epoch, int batch) {
        return new Step(epoch, 5, batch, 4, Map.of("loss", 1.25, "trainingVotesAccuracy", 0.625), 1234.4);
    }
}
