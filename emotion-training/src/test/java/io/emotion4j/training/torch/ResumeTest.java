package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.NetworkFile;
import io.emotion4j.training.network.Op;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that is killed and started again ends as one that was never stopped. */
class ResumeTest {

    private static final int EPOCHS = 4;
    private static final int BATCHES = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void killedRunGoesOnWithTheSameNumbers(OptimizerKind optimizer) throws IOException {
        Network unkilled = train(folder.resolve("unkilled"), optimizer, Integer.MAX_VALUE);

        Path run = folder.resolve("killed");
        assertThatThrownBy(() -> train(run, optimizer, 2 * BATCHES + 1)).isInstanceOf(Killed.class);
        Network resumed = train(run, optimizer, Integer.MAX_VALUE);

        unkilled.weights()
                .forEach((name, weight) ->
                        assertThat(resumed.weight(name).values()).as(name).isEqualTo(weight.values()));
        assertThat(losses(run)).isEqualTo(losses(folder.resolve("unkilled"))).hasSize(EPOCHS);
    }

    /** The third batch of an epoch is learnt by one of them alone. */
    @Test
    void killedRunOfReplicasGoesOnWithTheSameNumbers() throws IOException {
        Network unkilled = trainReplicas(folder.resolve("unkilled"), Integer.MAX_VALUE);

        Path run = folder.resolve("killed");
        assertThatThrownBy(() -> trainReplicas(run, 2 * 2 + 1)).isInstanceOf(Killed.class);
        Network resumed = trainReplicas(run, Integer.MAX_VALUE);

        unkilled.weights()
                .forEach((name, weight) ->
                        assertThat(resumed.weight(name).values()).as(name).isEqualTo(weight.values()));
        assertThat(losses(run)).isEqualTo(losses(folder.resolve("unkilled"))).hasSize(EPOCHS);
    }

    @Test
    void epochWhoseCheckpointWasNotWrittenIsLoggedOnce() throws IOException {
        Path run = folder.resolve("killed");
        assertThatThrownBy(() -> train(run, OptimizerKind.SGD, 2 * BATCHES)).isInstanceOf(Killed.class);
        List<String> atTheKill = losses(run);
        Path log = run.resolve(TrainingRun.METRICS);
        Files.writeString(log, Files.readString(log) + "{\"epoch\": 3.0, \"loss\": 7.0}\n{\"epoch\": 4.0, \"lo");

        train(run, OptimizerKind.SGD, Integer.MAX_VALUE);

        assertThat(losses(run)).hasSize(EPOCHS).startsWith(atTheKill.toArray(String[]::new));
        assertThat(MetricsLog.read(log)).extracting(m -> m.get("epoch")).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(Files.readString(log)).doesNotContain("7.0}");
    }

    @Test
    void howManyThreadsLoadChangesNoNumber() throws IOException {
        Network one = train(folder.resolve("one"), OptimizerKind.ADAMW, Integer.MAX_VALUE, 1);
        Network four = train(folder.resolve("four"), OptimizerKind.ADAMW, Integer.MAX_VALUE, 4);

        one.weights()
                .forEach((name, weight) ->
                        assertThat(four.weight(name).values()).as(name).isEqualTo(weight.values()));
    }

    @Test
    void epochTellsHowLongItWaitedForBatches() throws IOException {
        train(folder, OptimizerKind.SGD, Integer.MAX_VALUE);

        assertThat(MetricsLog.read(folder.resolve(TrainingRun.METRICS)))
                .hasSize(EPOCHS)
                .allSatisfy(metrics ->
                        assertThat(metrics.get("waitedShare")).isNotNull().isBetween(0.0, 1.0));
    }

    @Test
    void averagesOfACheckpointAreTheTrainedNetwork() throws IOException {
        Network trained = train(folder, OptimizerKind.ADAMW, Integer.MAX_VALUE);

        Network read = TrainedNetwork.read(network(99), folder);

        trained.weights()
                .forEach((name, weight) ->
                        assertThat(read.weight(name).values()).as(name).isEqualTo(weight.values()));
    }

    @Test
    void networkFileGoesBeforeTheCheckpoint() throws IOException {
        train(folder, OptimizerKind.SGD, Integer.MAX_VALUE);
        NetworkFile.write(network(5), folder.resolve(NetworkFile.NAME));

        assertThat(TrainedNetwork.read(network(99), folder).weight("w0").values())
                .isEqualTo(network(5).weight("w0").values());
    }

    @Test
    void emptyFolderHasNoTrainedNetwork() {
        assertThatThrownBy(() -> TrainedNetwork.read(network(1), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(NetworkFile.NAME)
                .hasMessageContaining(TrainingRun.CHECKPOINT);
    }

    @Test
    void checkpointOfAnotherNetworkIsRefused() throws IOException {
        train(folder, OptimizerKind.ADAMW, Integer.MAX_VALUE);
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, 1);
        String x = Network.INPUT;
        for (int i = 0; i < 4; i++) {
            x = net.block(x, i == 0 ? 1 : 4, 4, 3, 1, 1);
        }
        Network other = net.output("y", x).build();

        assertThatThrownBy(() -> TrainedNetwork.read(other, folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(TrainingRun.CHECKPOINT)
                .hasMessageContaining("preset");
    }

    private static List<String> losses(Path run) throws IOException {
        try (var lines = Files.lines(run.resolve(TrainingRun.METRICS))) {
            // All but the speed, which no two runs share.
            return lines.map(line -> line.replaceAll("\"(picturesPerSecond|waitedShare)\": [^,}]*", ""))
                    .toList();
        }
    }

    private static Network train(Path folder, OptimizerKind optimizer, int batchesToLive) throws IOException {
        return train(folder, optimizer, batchesToLive, 1);
    }

    private static Network train(Path folder, OptimizerKind optimizer, int batchesToLive, int loaderThreads)
            throws IOException {
        return train(folder, network(3), options(optimizer, loaderThreads), batchesToLive);
    }

    /** Without dropout, whose random numbers two replicas draw in no order. */
    private static Network trainReplicas(Path folder, int stepsToLive) throws IOException {
        return train(folder, network(3, 0), options(OptimizerKind.MUON, 1).withReplicas(2), stepsToLive);
    }

    private static TrainingOptions options(OptimizerKind optimizer, int loaderThreads) {
        return new TrainingOptions(
                EPOCHS,
                1,
                new TrainingOptions.Steps(optimizer, 0.05, 1, 1e-3, 5, 10, 0),
                new TrainingOptions.Computing(1, loaderThreads, false));
    }

    private static Network train(Path folder, Network network, TrainingOptions options, int stepsToLive)
            throws IOException {
        TrainingRun.Loss loss = new TrainingRun.Loss(
                List.of("truth"),
                "    error = torch.sub(logits, truth)\n" + "    return (torch.mean(torch.mul(error, error)),)\n",
                List.of("loss"));
        return new TrainingRun(network, loss, new Noise(), options, folder, StartWeights.NONE)
                .train((epoch, learnt) -> Map.of(), new Death(stepsToLive));
    }

    private static Network network(long seed) {
        return network(seed, 0.3);
    }

    private static Network network(long seed, double dropout) {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, seed);
        String x = net.add(new Op.Dropout(dropout), net.block(Network.INPUT, 1, 8, 3, 2, 1));
        x = net.add(new Op.GlobalAverage(), net.block(x, 8, 8, 1, 1, 1));
        return net.output("logits", net.add(new Op.Flatten(), net.pointwise(x, 8, 2, 0.5f, 0)))
                .build();
    }

    /** Thrown in the middle of an epoch. */
    private static final class Killed extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    private static final class Death implements EpochListener {
        private int left;

        Death(int batchesToLive) {
            this.left = batchesToLive;
        }

        @Override
        public void batchDone(Step step) {
            if (--left < 0) {
                throw new Killed();
            }
        }
    }

    private static final class Noise implements BatchSource {
        @Override
        public int batchesPerEpoch(int epoch) {
            return BATCHES;
        }

        @Override
        public Batch batch(int epoch, int index) {
            Random random = new Random(epoch * 100L + index);
            float[] input = new float[6 * 64];
            float[] truth = new float[6 * 2];
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) random.nextGaussian();
            }
            for (int i = 0; i < truth.length; i++) {
                truth[i] = random.nextFloat();
            }
            return new Batch(6, List.of(new Batch.Part(input, 6, 1, 8, 8), new Batch.Part(truth, 6, 2)));
        }
    }
}
