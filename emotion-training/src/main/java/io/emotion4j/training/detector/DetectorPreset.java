package io.emotion4j.training.detector;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Architectures of the detector: a few dense convolutions down to an eighth of the picture, depthwise separable ones (Howard
 * et al. 2017) at strides 8, 16 and 32, a top-down pyramid (Lin et al. 2017) and, per stride, one anchor-free head
 * (Tian et al. 2019; after Wu et al. 2023, YuNet). A second head a stride adds to what the first says: on the finest stride one
 * more layer, on the two coarser ones a bottom-up path (Liu et al. 2018) with the finest stride's sense of place. It starts with
 * nothing to say. Between trunk and pyramid, wide kernels on the coarsest stride see faces that fill
 * the picture. Input RGB of any size with sides a multiple of 32, (pixel / 255 - 0.5) / 0.25.
 *
 * @since 0.1.0
 */
public enum DetectorPreset {
    /** For tests. */
    TINY(8, 8, 16, 1, 1),
    /** The shipped detector. */
    BASE(16, 32, 64, 2, 3);

    static final int[] STRIDES = {8, 16, 32};
    private static final int POINTS = 10;
    /** Of the context layers: 7 cells of 32 pixels a side. */
    private static final int WIDE_KERNEL = 7;

    private final int stem;
    private final int quarter;
    private final int width;
    private final int depth;
    private final int context;

    DetectorPreset(int stem, int quarter, int width, int depth, int context) {
        this.stem = stem;
        this.quarter = quarter;
        this.width = width;
        this.depth = depth;
        this.context = context;
    }

    /** Outputs per stride S, [N,A,1], [N,A,4], [N,A,10]: {@code score_S} (logits), {@code bbox_S}, {@code kps_S}. */
    public Network forTraining(long seed) {
        return build(seed, false, new int[0]);
    }

    /**
     * The same, and what a reference detector's values would be, told by a pointwise layer each ([N,C,H,W], {@code guess_0}, ...):
     * the last three from the heads' values, three before them from the pyramid's.
     *
     * @param hints channels of the reference detector's values: none, three or six
     */
    Network forTraining(long seed, int[] hints) {
        Network network = build(seed, false, hints);
        // Last what is exported, where a checkpoint is read without the guesses.
        Map<String, Weight> weights = new LinkedHashMap<>();
        Set<String> exported = forTraining(0).weights().keySet();
        network.weights().forEach((name, weight) -> {
            if (!exported.contains(name)) {
                weights.put(name, weight);
            }
        });
        exported.forEach(name -> weights.put(name, network.weight(name)));
        return new Network(network.input(), network.nodes(), network.outputs(), weights);
    }

    /**
     * The same layers with YuNet's outputs: all {@code cls_S}, then {@code obj_S}, {@code bbox_S}, {@code kps_S}. Our head
     * has one score, given as both {@code cls_S} and {@code obj_S}, so that sqrt(cls * obj) is the score.
     */
    public Network forInference(Network trained) {
        Network network = build(0, true, new int[0]);
        Map<String, Weight> weights = new LinkedHashMap<>();
        network.weights().keySet().forEach(name -> weights.put(name, trained.weight(name)));
        return new Network(network.input(), network.nodes(), network.outputs(), weights);
    }

    private Network build(long seed, boolean inference, int[] hints) {
        NetworkBuilder net = new NetworkBuilder(new int[] {3, 0, 0}, seed);
        String x = net.block(Network.INPUT, 3, stem, 3, 2, 1);
        x = net.block(x, stem, quarter, 3, 2, 1);
        String[] levels = new String[STRIDES.length];
        for (int level = 0; level < levels.length; level++) {
            x = level == 0 ? net.block(x, quarter, width, 3, 2, 1) : separable(net, x, width, 2);
            for (int i = 0; i < depth; i++) {
                x = net.add(new Op.Add(), x, separable(net, x, width, 1));
            }
            levels[level] = x;
        }
        levels[levels.length - 1] = context(net, x);
        for (int level = levels.length - 1; level >= 0; level--) {
            String joined = level == levels.length - 1
                    ? levels[level]
                    : net.add(new Op.Add(), levels[level], net.add(new Op.Upsample(), levels[level + 1]));
            levels[level] = separable(net, joined, width, 1);
        }
        String[] heads = new String[levels.length];
        String[] scores = new String[levels.length];
        String[] boxes = new String[levels.length];
        String[] points = new String[levels.length];
        for (int level = 0; level < levels.length; level++) {
            heads[level] = separable(net, levels[level], width, 1);
            scores[level] = net.pointwise(heads[level], width, 1, 0.01f, -4);
            boxes[level] = net.pointwise(heads[level], width, 4, 0.01f, 0.5f);
            points[level] = net.pointwise(heads[level], width, POINTS, 0.01f, 0.5f);
        }
        String[] second = new String[levels.length];
        String fine = levels[0];
        for (int level = 1; level < levels.length; level++) {
            fine = separable(net, net.add(new Op.Add(), levels[level], separable(net, fine, width, 2)), width, 1);
            points[level] = plus(net, points[level], fine, POINTS);
            second[level] = fine;
        }
        second[0] = separable(net, heads[0], width, 1);
        points[0] = plus(net, points[0], second[0], POINTS);
        for (int level = 0; level < levels.length; level++) {
            scores[level] = cells(net, plus(net, scores[level], second[level], 1));
            boxes[level] = cells(net, plus(net, boxes[level], second[level], 4));
            points[level] = cells(net, points[level]);
        }
        if (inference) {
            all(net, "cls_", scores, true);
            all(net, "obj_", scores, true);
        } else {
            all(net, "score_", scores, false);
        }
        all(net, "bbox_", boxes, false);
        all(net, "kps_", points, false);
        guesses(net, hints, levels, heads);
        return net.build();
    }

    private void guesses(NetworkBuilder net, int[] hints, String[] pyramid, String[] heads) {
        net.section("hint");
        for (int i = 0; i < hints.length; i++) {
            String[] values = i < hints.length - STRIDES.length ? pyramid : heads;
            int level = i % STRIDES.length;
            int step = HintLoss.STEPS[level];
            net.output("guess_" + i, net.pointwise(values[level], width, hints[i], 0.05f, 0, step));
        }
    }

    /** Sees the whole of a face that fills the picture, where that costs little; starts with nothing to say. */
    private String context(NetworkBuilder net, String coarsest) {
        net.section("context");
        String x = coarsest;
        for (int i = 0; i < context; i++) {
            String wide = net.convolution(x, width, width, WIDE_KERNEL, 1, width);
            String mixed = net.block(wide, width, 2 * width, 1, 1, 1);
            x = net.add(new Op.Add(), x, net.batchNorm(net.convolution(mixed, 2 * width, width, 1, 1, 1), width, 0));
        }
        net.section("");
        return x;
    }

    /** Adds what the values of {@code x} say, which at first is nothing. */
    private String plus(NetworkBuilder net, String output, String x, int values) {
        return net.add(new Op.Add(), output, net.pointwise(x, width, values, 0, 0));
    }

    private static void all(NetworkBuilder net, String prefix, String[] values, boolean probability) {
        for (int level = 0; level < values.length; level++) {
            net.output(prefix + STRIDES[level], probability ? net.add(new Op.Sigmoid(), values[level]) : values[level]);
        }
    }

    private static String cells(NetworkBuilder net, String x) {
        return net.add(new Op.Cells(), x);
    }

    /** Depthwise 3x3, then 1x1 to {@link #width}; nothing between, as in YuNet. */
    private String separable(NetworkBuilder net, String x, int in, int stride) {
        return net.block(net.convolution(x, in, in, 3, stride, in), in, width, 1, 1, 1);
    }
}
