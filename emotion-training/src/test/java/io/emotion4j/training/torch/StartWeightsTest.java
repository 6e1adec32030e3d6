package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.training.export.SampleNetworks;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.PointwiseFusion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartWeightsTest {

    private static final int SIDE = 8;

    @Test
    void networkGivesWhatTheExportedModelGives() throws IOException {
        Network exported = BatchNormFolding.fold(SampleNetworks.shaken(network(1)));

        Network started = new StartWeights(values(exported), 0).applied(network(2), new Noise());

        float[] input = noise(5, 4);
        float[] expected = run(exported, input);
        float[] found = run(started, input);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    @Test
    void normalisationIsThatOfTheTrainingPictures() throws IOException {
        Network exported = BatchNormFolding.fold(SampleNetworks.shaken(network(1)));
        NetworkBuilder net = new NetworkBuilder(new int[] {1, SIDE, SIDE}, 1);
        Network first = net.output("y", net.batchNorm(net.convolution(Network.INPUT, 1, 4, 3, 2, 1), 4, 1))
                .build();

        Network started = new StartWeights(values(exported), 0).applied(network(2), new Noise());

        Map<String, float[]> ofFirst = new LinkedHashMap<>();
        first.weights()
                .keySet()
                .forEach(name -> ofFirst.put(name, started.weight(name).values()));
        float[] y = run(first.withWeights(ofFirst), noise(8, 1));
        for (int c = 0; c < 4; c++) {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (int i = 0; i < y.length; i++) {
                if (i / 16 % 4 == c) {
                    sum += y[i];
                    squares += y[i] * y[i];
                    n++;
                }
            }
            double mean = sum / n;
            // Shift and scale are the mean and the deviation of what comes out, as after training.
            assertThat(mean).isCloseTo(started.weight("b1").values()[c], within(0.15));
            assertThat(Math.sqrt(squares / n - mean * mean))
                    .isCloseTo(started.weight("g1").values()[c], within(0.15));
        }
    }

    @Test
    void headsThatTheExportMadeOneLayerAreApartAgain() throws IOException {
        Network apart = BatchNormFolding.fold(SampleNetworks.shaken(twoHeads(1)));
        StartWeights start = new StartWeights(values(PointwiseFusion.fuse(apart)), 0);

        Network started = start.applied(twoHeads(2), new Noise());

        assertThat(start.missing(twoHeads(2))).isEmpty();
        for (String name : List.of("w5", "b5", "w7", "b7")) {
            assertThat(started.weight(name).values())
                    .as(name)
                    .isEqualTo(apart.weight(name).values());
        }
    }

    private static Network twoHeads(long seed) {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, SIDE, SIDE}, seed);
        String x = net.block(Network.INPUT, 1, 4, 3, 2, 1);
        return net.output("y", net.pointwise(x, 4, 1, 1, 0))
                .output("z", net.pointwise(x, 4, 3, 1, 0))
                .build();
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        Map<String, float[]> values = values(BatchNormFolding.fold(network(1)));
        values.put("w0", new float[3]);

        assertThatThrownBy(() -> new StartWeights(values, 0).applied(network(2), new Noise()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same preset")
                .hasMessageContaining("36 values, found 3");
    }

    @Test
    void frozenWeightsStayAndWhatTheModelDoesNotHaveIsLearnt(@TempDir Path folder) throws IOException {
        Network exported = BatchNormFolding.fold(SampleNetworks.shaken(network(1)));
        TrainingRun.Loss loss = new TrainingRun.Loss(
                List.of("truth"),
                "    error = torch.sub(torch.add(z, torch.mean(y)), truth)\n"
                        + "    return (torch.mean(torch.mul(error, error)),)\n",
                List.of("loss"));
        TrainingOptions options = new TrainingOptions(
                2,
                1,
                new TrainingOptions.Steps(OptimizerKind.ADAMW, 0.05, 1, 1e-3, 5, 10, 0),
                new TrainingOptions.Computing(1, 1, false));

        Network trained = new TrainingRun(
                        withOneMore(2),
                        loss,
                        new Noise(),
                        options,
                        folder,
                        new StartWeights(values(exported), StartWeights.ALL))
                .train((epoch, network) -> Map.of(), new EpochListener() {});

        float[] input = noise(5, 4);
        float[] expected = run(exported, input);
        float[] found = run(trained, input);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
        List<String> own = new ArrayList<>(trained.weights().keySet());
        own.removeAll(network(1).weights().keySet());
        assertThat(own).hasSize(7);
        for (String name : own) {
            assertThat(trained.weight(name).values())
                    .as(name)
                    .isNotEqualTo(withOneMore(2).weight(name).values());
        }
        assertThat(trained.parameterCount())
                .isEqualTo(withOneMore(2).parameterCount() - network(1).parameterCount());
    }

    @Test
    void firstLayersStayAndTheOthersAreLearnt(@TempDir Path folder) throws IOException {
        Network exported = BatchNormFolding.fold(SampleNetworks.shaken(network(1)));
        TrainingRun.Loss loss = new TrainingRun.Loss(
                List.of("truth"),
                "    error = torch.sub(y, truth)\n    return (torch.mean(torch.mul(error, error)),)\n",
                List.of("loss"));
        TrainingOptions options = new TrainingOptions(
                1,
                1,
                new TrainingOptions.Steps(OptimizerKind.ADAMW, 0.05, 1, 1e-3, 5, 10, 0),
                new TrainingOptions.Computing(1, 1, false));

        Network trained = new TrainingRun(
                        network(2), loss, new Noise(), options, folder, new StartWeights(values(exported), 1))
                .train((epoch, network) -> Map.of(), new EpochListener() {});

        Network folded = BatchNormFolding.fold(trained);
        List<String> names = List.copyOf(exported.weights().keySet());
        for (int i = 0; i < names.size(); i++) {
            float[] before = exported.weight(names.get(i)).values();
            float[] after = folded.weight(names.get(i)).values();
            if (i < 2) {
                assertThat(after)
                        .as(names.get(i))
                        .usingComparatorWithPrecision(1e-6f)
                        .containsExactly(before);
            } else {
                assertThat(after).as(names.get(i)).isNotEqualTo(before);
            }
        }
    }

    @Test
    void fewerThanNoLayersAreRefused() {
        assertThatThrownBy(() -> new StartWeights(Map.of(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 or more layers stay, found -1");
    }

    @Test
    void frozenModelThatLeavesNothingToLearnIsRefused() {
        StartWeights start = new StartWeights(values(BatchNormFolding.fold(network(1))), StartWeights.ALL);

        assertThat(start.missing(network(2))).isEmpty();
        assertThat(start.missing(withOneMore(2))).hasSize(2);
        assertThatThrownBy(() -> start.applied(network(2), new Noise()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing is left to learn");
    }

    @Test
    void modelWithoutAnyOfTheLayersIsRefused() {
        StartWeights start = new StartWeights(Map.of("conv1.weight", new float[3]), 0);

        assertThatThrownBy(() -> start.applied(network(2), new Noise()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conv1.weight")
                .hasMessageContaining("same preset");
    }

    private static Network network(long seed) {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, SIDE, SIDE}, seed);
        stem(net);
        return net.build();
    }

    private static Network withOneMore(long seed) {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, SIDE, SIDE}, seed);
        String x = net.add(new Op.GlobalAverage(), net.block(stem(net), 6, 3, 3, 1, 1));
        return net.output("z", net.pointwise(x, 3, 2, 0.5f, 0)).build();
    }

    private static String stem(NetworkBuilder net) {
        String x = net.block(Network.INPUT, 1, 4, 3, 2, 1);
        x = net.block(x, 4, 6, 3, 1, 1);
        net.output("y", net.pointwise(net.add(new Op.GlobalAverage(), x), 6, 2, 0.5f, 0));
        return x;
    }

    private static Map<String, float[]> values(Network network) {
        Map<String, float[]> values = new LinkedHashMap<>();
        network.weights().forEach((name, weight) -> values.put(name, weight.values()));
        return values;
    }

    private static float[] run(Network network, float[] input) throws IOException {
        try (NetworkRunner runner = new NetworkRunner(network)) {
            return runner.run(input, input.length / SIDE / SIDE, 1, SIDE, SIDE).get(0);
        }
    }

    private static float[] noise(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static final class Noise implements BatchSource {
        @Override
        public int batchesPerEpoch(int epoch) {
            return 20;
        }

        @Override
        public Batch batch(int epoch, int index) {
            return new Batch(
                    16,
                    List.of(
                            new Batch.Part(noise(16, index), 16, 1, SIDE, SIDE),
                            new Batch.Part(new float[32], 16, 2, 1, 1)));
        }
    }
}
