package io.emotion4j.training.detector;

import io.emotion4j.training.torch.Batch;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the network's guesses lie from values inside the reference detector (hints; Romero et al. 2015): squared, each channel in units of its
 * variance, in all cells alike and once more about the faces, which are few. On the finest grid every second row and column does: a quarter of
 * the cells, at other places of the picture in every crop, and a step takes less time.
 *
 * <p>{@code hint_I} and {@code guess_I} are [N,C,H,W], the grids of strides 8, 16 and 32 in turn, thinned by {@link #STEPS}.
 */
final class HintLoss {

    /** Rows and columns from a cell to the next that is guessed, by stride. */
    static final int[] STEPS = {2, 1, 1};

    private static final String START = """
                hint_loss = torch.zeros([])
                cells_0 = torch.mul(torch.mul(torch.size(hint_0, 2), torch.size(hint_0, 3)), 4)
                cells_1 = torch.mul(torch.size(hint_1, 2), torch.size(hint_1, 3))
                cells_2 = torch.mul(torch.size(hint_2, 2), torch.size(hint_2, 3))
                first_0 = 0
                first_1 = cells_0
                first_2 = torch.add(cells_0, cells_1)
            """;

    private static final String HINT = """
                wrong = torch.mse_loss(guess_@, torch.contiguous(hint_@, memory_format=2), 0)
                wrong = torch.div(torch.sum(wrong, [1], True), torch.size(hint_@, 1))
                near = torch.slice(face, 1, first_#, torch.add(first_#, cells_#))
                side = torch.mul(torch.size(hint_@, 2), step_#)
                near = torch.reshape(near, [-1, 1, side, side])
                near = torch.max_pool2d(near, [3, 3], [step_#, step_#], [1, 1], [1, 1])
                about = torch.div(torch.sum(torch.mul(wrong, near)), torch.clamp(torch.sum(near), 1.))
                hint_loss = torch.add(hint_loss, torch.add(torch.mean(wrong), about))
            """;

    /** Of a channel that is nearly the same everywhere. */
    private static final double LEAST_VARIANCE = 0.0025;

    private HintLoss() {}

    /**
     * {@return a hint of all crops of a batch, [C,H,W] each, every channel times its factor}
     *
     * @param cells of the hint's grid, a side
     * @param step of {@link #STEPS}
     */
    static Batch.Part part(List<float[]> crops, float[] factors, int cells, int step) {
        int thinned = cells / step;
        float[] all = new float[crops.size() * factors.length * thinned * thinned];
        int at = 0;
        for (float[] crop : crops) {
            for (int c = 0; c < factors.length; c++) {
                for (int y = 0; y < cells; y += step) {
                    int row = (c * cells + y) * cells;
                    for (int x = 0; x < cells; x += step) {
                        all[at++] = crop[row + x] * factors[c];
                    }
                }
            }
        }
        return new Batch.Part(all, crops.size(), factors.length, thinned, thinned);
    }

    /** {@return what gives every channel of these crops, [C,H,W] each, a variance of 1} */
    static float[] factors(List<float[]> crops, int cells) {
        int plane = cells * cells;
        float[] factors = new float[crops.get(0).length / plane];
        for (int c = 0; c < factors.length; c++) {
            double sum = 0;
            double squares = 0;
            for (float[] crop : crops) {
                for (int i = c * plane; i < (c + 1) * plane; i++) {
                    sum += crop[i];
                    squares += (double) crop[i] * crop[i];
                }
            }
            double count = (double) crops.size() * plane;
            double variance = squares / count - sum / count * (sum / count);
            factors[c] = (float) (1 / Math.sqrt(Math.max(LEAST_VARIANCE, variance)));
        }
        return factors;
    }

    /** {@return statements that give {@code hint_loss}, the mean over the hints} */
    static String statements(int hints) {
        StringBuilder text = new StringBuilder(START);
        for (int i = 0; i < hints; i++) {
            text.append(HINT.replace("@", String.valueOf(i))
                    .replace("step_#", String.valueOf(STEPS[i % STEPS.length]))
                    .replace("#", String.valueOf(i % STEPS.length)));
        }
        return text.append("    hint_loss = torch.div(hint_loss, ")
                .append(hints)
                .append(".)\n")
                .toString();
    }

    static List<String> targets(int hints) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < hints; i++) {
            names.add("hint_" + i);
        }
        return names;
    }
}
