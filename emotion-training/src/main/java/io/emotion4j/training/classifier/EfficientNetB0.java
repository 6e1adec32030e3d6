package io.emotion4j.training.classifier;

import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;

/** The trunk of EfficientNet-B0 (Tan and Le 2019): inverted residuals with squeeze-and-excitation and SiLU, 1280 features. */
final class EfficientNetB0 {

    static final int FEATURES = 1280;

    private static final int STEM = 32;
    /** The gates' width, as a part of what goes into their block. */
    private static final int REDUCTION = 4;

    /** Expansion, channels, blocks, stride of the first, kernel. */
    private static final int[][] STAGES = {
        {1, 16, 1, 1, 3},
        {6, 24, 2, 2, 3},
        {6, 40, 2, 2, 5},
        {6, 80, 3, 2, 3},
        {6, 112, 3, 1, 5},
        {6, 192, 4, 2, 5},
        {6, 320, 1, 1, 3},
    };

    private final NetworkBuilder net;

    private EfficientNetB0(NetworkBuilder net) {
        this.net = net;
    }

    /** {@return the value that the trunk gives: [N,1280,H/32,W/32]} */
    static String features(NetworkBuilder net, String x, int channels) {
        return new EfficientNetB0(net).trunk(x, channels);
    }

    private String trunk(String input, int inputChannels) {
        String x = active(normalised(input, inputChannels, STEM, 3, 2, 1));
        int channels = STEM;
        for (int[] stage : STAGES) {
            for (int block = 0; block < stage[2]; block++) {
                x = block(x, channels, stage[1], stage[0], block == 0 ? stage[3] : 1, stage[4]);
                channels = stage[1];
            }
        }
        return active(normalised(x, channels, FEATURES, 1, 1, 1));
    }

    private String block(String x, int in, int out, int expansion, int stride, int kernel) {
        int wide = in * expansion;
        String y = expansion == 1 ? x : active(normalised(x, in, wide, 1, 1, 1));
        y = active(normalised(y, wide, wide, kernel, stride, wide));
        String gate = net.add(new Op.GlobalAverage(), y);
        gate = active(net.pointwise(gate, wide, in / REDUCTION, 0.1f, 0));
        gate = net.add(new Op.Sigmoid(), net.pointwise(gate, in / REDUCTION, wide, 0.1f, 1));
        y = normalised(net.add(new Op.Scale(), y, gate), wide, out, 1, 1, 1);
        return in == out && stride == 1 ? net.add(new Op.Add(), y, x) : y;
    }

    private String normalised(String x, int in, int out, int kernel, int stride, int groups) {
        return net.batchNorm(net.convolution(x, in, out, kernel, stride, groups), out, 1);
    }

    /** SiLU: x times its own logistic function. */
    private String active(String x) {
        return net.add(new Op.Scale(), x, net.add(new Op.Sigmoid(), x));
    }
}
