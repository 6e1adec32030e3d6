package io.emotion4j.training.detector;

import io.emotion4j.training.torch.Batch;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the network's guesses lie from values inside the reference detector (hints; Romero et al. 2015): squared, each channel in units of its
 * variance in the batch, in all cells alike and once more about the faces, which are few.
 *
 * <p>{@code hint_I} and {@code guess_I} are [N,C,H,W], the grids of strides 8, 16 and 32 in turn; {@code share_I} is [1,C,1,1], what a channel
 * counts.
 */
final class HintLoss {

    private static final String START = """
                hint_loss = torch.zeros([])
                cells_0 = torch.mul(torch.size(hint_0, 2), torch.size(hint_0, 3))
                cells_1 = torch.mul(torch.size(hint_1, 2), torch.size(hint_1, 3))
                cells_2 = torch.mul(torch.size(hint_2, 2), torch.size(hint_2, 3))
                first_0 = 0
                first_1 = cells_0
                first_2 = torch.add(cells_0, cells_1)
            """;

    private static final String HINT = """
                wrong = torch.sub(guess_@, hint_@)
                wrong = torch.sum(torch.mul(torch.mul(wrong, wrong), share_@), [1], True)
                near = torch.slice(face, 1, first_#, torch.add(first_#, cells_#))
                near = torch.max_pool2d(torch.reshape(near, torch.size(wrong)), [3, 3], [1, 1], [1, 1], [1, 1])
                about = torch.div(torch.sum(torch.mul(wrong, near)), torch.clamp(torch.sum(near), 1.))
                hint_loss = torch.add(hint_loss, torch.add(torch.mean(wrong), about))
            """;

    /** Of a channel that is nearly the same everywhere. */
    private static final double LEAST_VARIANCE = 0.0025;

    private HintLoss() {}

    /** {@return a hint of all crops of a batch, [C,H,W] each, and the share of every channel} */
    static List<Batch.Part> parts(List<float[]> crops, int cells) {
        int length = crops.get(0).length;
        int plane = cells * cells;
        int channels = length / plane;
        float[] all = new float[crops.size() * length];
        float[] shares = new float[channels];
        for (int i = 0; i < crops.size(); i++) {
            System.arraycopy(crops.get(i), 0, all, i * length, length);
        }
        for (int c = 0; c < channels; c++) {
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
            shares[c] = (float) (1 / (Math.max(LEAST_VARIANCE, variance) * channels));
        }
        return List.of(
                new Batch.Part(all, crops.size(), channels, cells, cells), new Batch.Part(shares, 1, channels, 1, 1));
    }

    /** {@return statements that give {@code hint_loss}, the mean over the hints} */
    static String statements(int hints) {
        StringBuilder text = new StringBuilder(START);
        for (int i = 0; i < hints; i++) {
            text.append(HINT.replace("@", String.valueOf(i))
                    .replace("#", String.valueOf(i % DetectorPreset.STRIDES.length)));
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
            names.add("share_" + i);
        }
        return names;
    }
}
