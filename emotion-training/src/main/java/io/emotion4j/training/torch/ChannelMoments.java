package io.emotion4j.training.torch;

import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mean and variance of every channel of a value of a network, over a few batches. */
record ChannelMoments(double[] mean, double[] variance) {

    private static final int BATCHES = 8;

    /** Measures the given values of a network. */
    static Map<String, ChannelMoments> measure(Network network, Collection<String> values, BatchSource source)
            throws IOException {
        Map<String, String> probes = new LinkedHashMap<>();
        values.forEach(value -> probes.put(value, value));
        Network probed = new Network(network.input(), network.nodes(), probes, network.weights());
        List<Sums> sums = new ArrayList<>();
        int batches = Math.min(BATCHES, source.batchesPerEpoch(0));
        try (NetworkRunner runner = new NetworkRunner(probed)) {
            for (int b = 0; b < batches; b++) {
                Batch.Part input = source.batch(0, b).parts().get(0);
                List<NetworkRunner.Output> outputs = runner.runShaped(input.values(), input.shape());
                for (int i = 0; i < outputs.size(); i++) {
                    if (b == 0) {
                        sums.add(new Sums((int) outputs.get(i).shape()[1]));
                    }
                    sums.get(i).add(outputs.get(i));
                }
            }
        }
        Map<String, ChannelMoments> moments = new LinkedHashMap<>();
        int at = 0;
        for (String value : probes.keySet()) {
            moments.put(value, sums.get(at++).moments());
        }
        return moments;
    }

    private static final class Sums {

        private final double[] sum;
        private final double[] squares;
        private long count;

        Sums(int channels) {
            sum = new double[channels];
            squares = new double[channels];
        }

        void add(NetworkRunner.Output output) {
            float[] values = output.values();
            long[] shape = output.shape();
            int plane = (int) (shape[2] * shape[3]);
            count += shape[0] * plane;
            for (int start = 0, c = 0; start < values.length; start += plane, c = (c + 1) % sum.length) {
                for (int i = start; i < start + plane; i++) {
                    sum[c] += values[i];
                    squares[c] += (double) values[i] * values[i];
                }
            }
        }

        ChannelMoments moments() {
            double[] mean = new double[sum.length];
            double[] variance = new double[sum.length];
            for (int c = 0; c < sum.length; c++) {
                mean[c] = sum[c] / count;
                variance[c] = Math.max(0, squares[c] / count - mean[c] * mean[c]);
            }
            return new ChannelMoments(mean, variance);
        }
    }
}
