package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.NetworkFile;
import io.emotion4j.training.network.Op;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose process is killed (SIGKILL), while they write a checkpoint, too: each writes one every few milliseconds. */
class KilledRunTest {

    private static final int EPOCHS = 300;
    private static final int[] KILLED_AFTER = {3, 40, 120};

    @Test
    void whatAKilledProcessLeavesIsGoneOnWithToTheSameNumbers(@TempDir Path folder) throws Exception {
        Path run = folder.resolve("killed");
        for (int epochs : KILLED_AFTER) {
            kill(run, epochs);
            assertThat(Files.exists(run.resolve(NetworkFile.NAME)))
                    .as("it was killed, it did not end")
                    .isFalse();
            TrainedNetwork.read(network(), run);
        }
        train(run, line -> {});
        train(folder.resolve("whole"), line -> {});

        assertThat(weights(run)).usingRecursiveComparison().isEqualTo(weights(folder.resolve("whole")));
        assertThat(MetricsLog.read(run.resolve(TrainingRun.METRICS)))
                .extracting(metrics -> metrics.get("epoch"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, EPOCHS)
                        .mapToObj(i -> (double) i)
                        .toList());
    }

    /** Starts the run in a process of its own, which dies when it has said so often that an epoch is done. */
    private static void kill(Path run, int epochs) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRunTest.class.getName(),
                        run.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            int done = 0;
            for (String line = out.readLine(); line != null && done < epochs; line = out.readLine()) {
                done = Integer.parseInt(line);
            }
            assertThat(done)
                    .as("epochs of a process that was to be killed after " + epochs)
                    .isEqualTo(epochs);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** The process that is killed. */
    public static void main(String[] arguments) throws IOException {
        train(Path.of(arguments[0]), System.out::println);
    }

    private interface Said {
        void epoch(int done);
    }

    private static void train(Path run, Said said) throws IOException {
        TrainingRun.Loss loss = new TrainingRun.Loss(
                List.of("truth"),
                "    error = torch.sub(logits, truth)\n    return (torch.mean(torch.mul(error, error)),)\n",
                List.of("loss"));
        TrainingOptions options = new TrainingOptions(
                EPOCHS,
                1,
                new TrainingOptions.Steps(OptimizerKind.ADAMW, 0.05, 1, 1e-3, 5, 10, 0),
                new TrainingOptions.Computing(1, 1, false));
        Network trained = new TrainingRun(network(), loss, new Waves(), options, run, StartWeights.NONE)
                .train((epoch, network) -> Map.of(), new EpochListener() {
                    @Override
                    public void epochDone(Map<String, Double> metrics) {
                        said.epoch((int) Math.round(metrics.get("epoch")));
                    }
                });
        NetworkFile.write(trained, run.resolve(NetworkFile.NAME));
    }

    private static Map<String, ?> weights(Path run) throws IOException {
        return NetworkFile.read(network(), run.resolve(NetworkFile.NAME)).weights();
    }

    private static Network network() {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, 3);
        String x = net.add(new Op.GlobalAverage(), net.block(Network.INPUT, 1, 64, 3, 2, 1));
        return net.output("logits", net.add(new Op.Flatten(), net.pointwise(x, 64, 2, 0.5f, 0)))
                .build();
    }

    private static final class Waves implements BatchSource {
        @Override
        public int batchesPerEpoch(int epoch) {
            return 1;
        }

        @Override
        public Batch batch(int epoch, int index) {
            float[] input = new float[4 * 64];
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) Math.sin(i * 0.7 + epoch);
            }
            return new Batch(
                    4,
                    List.of(
                            new Batch.Part(input, 4, 1, 8, 8),
                            new Batch.Part(new float[] {1, 0, 0, 1, 1, 1, 0, 0}, 4, 2)));
        }
    }
}
