package io.emotion4j.training.classifier;

import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;

/** The sixteen convolutions of VGG19 (Simonyan and Zisserman 2015) with batch normalisation, as facial-expression networks use them. */
final class Vgg19 {

    static final int FEATURES = 512;

    private static final int[] WIDTHS = {64, 128, 256, 512, FEATURES};
    private static final int[] LAYERS = {2, 2, 4, 4, 4};

    private Vgg19() {}

    /** {@return the value that they give: [N,512,H/32,W/32]} */
    static String features(NetworkBuilder net, String input, int inputChannels) {
        String x = input;
        int channels = inputChannels;
        for (int stage = 0; stage < WIDTHS.length; stage++) {
            for (int layer = 0; layer < LAYERS[stage]; layer++) {
                x = net.block(x, channels, WIDTHS[stage], 3, 1, 1);
                channels = WIDTHS[stage];
            }
            x = net.add(new Op.MaxPool(), x);
        }
        return x;
    }
}
