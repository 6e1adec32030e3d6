package io.emotion4j.training.classifier;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;

/**
 * Architectures of the classifier: residual networks (He et al. 2016) with squeeze-and-excitation (Hu et al. 2018), and two that are
 * widely used, 48x48 gray input, two heads of seven logits on one trunk: {@code logits} (people's votes) and {@code logits_fer2013} (FER2013's labels).
 *
 * @since 0.1.0
 */
public enum ClassifierPreset {
    /** A few thousand parameters; for tests. */
    TINY(8, new int[] {8, 16}, new int[] {1, 1}),
    /** The shipped classifier. */
    BASE(32, new int[] {64, 96, 256}, new int[] {0, 2, 1}),
    /** Half as slow again; the shipped classifier's teacher. */
    LARGE(32, new int[] {64, 128, 256}, new int[] {0, 2, 1}),
    /** 6.1 M parameters, 4.4 times the multiply-adds of {@link #BASE}; for teachers. */
    WIDE(48, new int[] {128, 192, 384}, new int[] {0, 2, 2}),
    /** EfficientNet-B0: 4 M parameters. */
    EFFICIENTNET_B0(0, new int[] {EfficientNetB0.FEATURES}, new int[] {}),
    /** VGG19 with batch normalisation, without its dense layers: 20 M parameters. */
    VGG19(0, new int[] {Vgg19.FEATURES}, new int[] {});

    private static final int REDUCTION = 8;

    private final int stem;

    @SuppressWarnings("ImmutableEnumChecker") // Never written.
    private final int[] widths;

    @SuppressWarnings("ImmutableEnumChecker")
    private final int[] blocks;

    ClassifierPreset(int stem, int[] widths, int[] blocks) {
        this.stem = stem;
        this.widths = widths;
        this.blocks = blocks;
    }

    /**
     * Builds the network, untrained.
     *
     * @param dropout share of the features dropped before the heads in training
     */
    public Network build(long seed, double dropout) {
        return build(seed, dropout, 1, 48);
    }

    /**
     * The same for pictures of another form, such as 3 channels of 224x224 pixels; the trainer's data is 48x48 and gray.
     *
     * @param channels of the pictures
     * @param side of the pictures, in pixels
     */
    public Network build(long seed, double dropout, int channels, int side) {
        NetworkBuilder net = new NetworkBuilder(new int[] {channels, side, side}, seed);
        String x = switch (this) {
            case EFFICIENTNET_B0 -> EfficientNetB0.features(net, Network.INPUT, channels);
            case VGG19 -> Vgg19.features(net, Network.INPUT, channels);
            case TINY, BASE, LARGE, WIDE -> residuals(net, channels);
        };
        int features = widths[widths.length - 1];
        x = net.add(new Op.GlobalAverage(), x);
        x = net.add(new Op.Dropout(dropout), x);
        return net.output("logits", head(net, x, features))
                .output("logits_fer2013", head(net, x, features))
                .build();
    }

    private String residuals(NetworkBuilder net, int inputChannels) {
        String x = net.block(Network.INPUT, inputChannels, stem, 3, 1, 1);
        x = net.block(x, stem, widths[0], 3, 2, 1);
        int channels = widths[0];
        for (int stage = 0; stage < widths.length; stage++) {
            for (int block = 0; block < blocks[stage]; block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                x = residual(net, x, channels, widths[stage], stride);
                channels = widths[stage];
            }
        }
        return x;
    }

    private static String head(NetworkBuilder net, String x, int channels) {
        return net.add(new Op.Flatten(), net.pointwise(x, channels, 7, 0.02f, 0));
    }

    private static String residual(NetworkBuilder net, String x, int in, int out, int stride) {
        String shortcut = x;
        if (in != out || stride != 1) {
            shortcut = net.batchNorm(net.convolution(x, in, out, 1, stride, 1), out, 1);
        }
        String y = net.block(x, in, out, 3, stride, 1);
        y = net.batchNorm(net.convolution(y, out, out, 3, 1, 1), out, 0.5f);
        String gate = net.add(new Op.GlobalAverage(), y);
        gate = net.add(new Op.Relu(), net.pointwise(gate, out, out / REDUCTION, 0.1f, 0));
        gate = net.add(new Op.Sigmoid(), net.pointwise(gate, out / REDUCTION, out, 0.1f, 1));
        y = net.add(new Op.Scale(), y, gate);
        return net.add(new Op.Relu(), net.add(new Op.Add(), y, shortcut));
    }
}
