package io.emotion4j.cli.training;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.WeightMean;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a run's weights are written, or their mean with an exported model's. */
final class MeanOptions {

    private static final double HALF = 0.5;

    @Option(
            names = "--mean-with",
            paramLabel = "ONNX",
            description =
                    "an exported model of the same layers: what is written are the means of both networks' weights. "
                            + "Where the run started from it, or both from a third, the mean often has what each learnt")
    private @Nullable Path with;

    @Option(names = "--mean-share", description = "that model's share in the means, 0 to 1; 0.5 where it is left out")
    private @Nullable Double share;

    /** How the exported model is read. */
    interface Reader {
        Network read(Path onnx) throws IOException;
    }

    /** Refuses options that make no sense, before anything is read. */
    void check() {
        if (share != null && with == null) {
            throw new IllegalArgumentException("--mean-share needs --mean-with");
        }
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("--mean-share must lie between 0 and 1, found " + share);
        }
    }

    /** {@return the means of both networks' weights; where none was asked for, the network as it is} */
    Network of(Network network, Reader reader) throws IOException {
        return with == null ? network : WeightMean.of(network, reader.read(with), share == null ? HALF : share);
    }
}
