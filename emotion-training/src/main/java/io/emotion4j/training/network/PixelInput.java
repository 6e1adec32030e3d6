package io.emotion4j.training.network;

import io.emotion4j.training.network.Network.Node;
import java.util.List;

/**
 * Lets a network read pixels as they are, red, green and blue of one after the other, in place of numbers that were scaled and sorted by
 * channel: an application then hands over a quarter of the bytes without touching them.
 *
 * @since 0.1.0
 */
public final class PixelInput {

    private PixelInput() {}

    /**
     * The network on pixels.
     *
     * @param network without batch normalisation ({@link BatchNormFolding}); it reads {@code (pixel - middle) * factor} of each channel, in one
     *     convolution of one group
     * @param middle the pixel value that it knows as 0
     * @param factor what a step of the pixel value is to it
     * @return a network of the same weights whose input is uint8 NHWC
     * @throws IllegalArgumentException when the input is read in another way
     */
    public static Network of(Network network, float middle, float factor) {
        List<Node> readers = network.nodes().stream()
                .filter(node -> node.inputs().contains(Network.INPUT))
                .toList();
        Op.Convolution first = readers.size() == 1 ? readers.get(0).convolution() : null;
        if (first == null || first.groups() > 1) {
            throw new IllegalArgumentException(
                    "A network reads pixels by one convolution of one group, found " + readers);
        }
        Op pixels = new Op.PixelConvolution(first, network.input()[0], middle, factor);
        List<Node> nodes = network.nodes().stream()
                .map(node -> node.equals(readers.get(0)) ? new Node(pixels, node.inputs(), node.output()) : node)
                .toList();
        return new Network(network.input(), nodes, network.outputs(), network.weights());
    }
}
