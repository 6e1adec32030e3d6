package io.emotion4j.cli.training;

import io.emotion4j.training.export.OnnxWeights;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkFile;
import io.emotion4j.training.run.Fingerprint;
import io.emotion4j.training.run.RunCurves;
import io.emotion4j.training.run.RunRecord;
import io.emotion4j.training.torch.Bfloat16;
import io.emotion4j.training.torch.DivergedException;
import io.emotion4j.training.torch.EpochListener;
import io.emotion4j.training.torch.StartWeights;
import io.emotion4j.training.torch.TrainingOptions;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What both training commands take, and what they do about a run's folder. */
@SuppressWarnings("NullAway.Init")
final class RunOptions {

    /** They change no number, or as little as another machine does; or are data, which is told by its content. */
    private static final List<String> FREE =
            List.of("--out", "--threads", "--loader-threads", "--allow-changes", "--help", "--version");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--out",
            required = true,
            description =
                    "folder of the run: run.json, checkpoint.bin, metrics.jsonl, curves.png and, in the end, network.bin")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "of everything random")
    private long seed;

    @Option(names = "--epochs", defaultValue = "60")
    private int epochs;

    @Option(
            names = "--average-steps",
            defaultValue = "1000",
            description = "reach of the moving average of the weights")
    private double averageSteps;

    @Option(names = "--threads", defaultValue = "1", description = "of PyTorch")
    private int threads;

    @Option(names = "--loader-threads", defaultValue = "1", description = "that prepare pictures")
    private int loaderThreads;

    @Option(names = "--bfloat16", description = "round activations to bfloat16: faster where the processor has it")
    private boolean bfloat16;

    @Option(
            names = "--start",
            paramLabel = "ONNX",
            description = "an exported model of the same preset, whose weights training starts from")
    private @Nullable Path start;

    @Option(
            names = "--freeze-start",
            description = "leave those weights as they are and learn only the layers that the model does not have")
    private boolean startFrozen;

    @Option(
            names = "--freeze-first",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "leave the first N convolutions of that model as they are: a step is quicker, and early layers"
                            + " change least in a run that goes on")
    private int frozenLayers;

    @Option(
            names = "--allow-changes",
            description = "let a run go on although its options or data are not those that it was started with")
    private boolean changesAllowed;

    long seed() {
        return seed;
    }

    /**
     * These options, and those whose defaults depend on the network.
     *
     * @param steps made of the steps over which the weights are averaged
     */
    TrainingOptions options(DoubleFunction<TrainingOptions.Steps> steps) {
        return new TrainingOptions(
                epochs,
                seed,
                steps.apply(averageSteps),
                new TrainingOptions.Computing(threads, loaderThreads, bfloat16));
    }

    Path out() {
        return out;
    }

    @Nullable
    Path start() {
        return start;
    }

    /**
     * The weights of the model to start from, as it has them.
     *
     * @param option that needs them
     */
    Map<String, float[]> exportedStart(String option) throws IOException {
        if (start == null) {
            throw new IllegalArgumentException(option + " needs --start: a trained model");
        }
        if (startFrozen || frozenLayers != 0) {
            throw new IllegalArgumentException(
                    option + " contradicts --freeze-start and --freeze-first; leave them out");
        }
        return OnnxWeights.read(start);
    }

    /** The weights that {@code network} starts from; says what they leave out. */
    StartWeights startWeights(Network network) throws IOException {
        if (frozenLayers < 0) {
            throw new IllegalArgumentException("--freeze-first must be 0 or more, found " + frozenLayers);
        }
        if (start == null) {
            if (startFrozen) {
                throw new IllegalArgumentException("--freeze-start needs --start: it keeps the weights of that model");
            }
            if (frozenLayers != 0) {
                throw new IllegalArgumentException("--freeze-first needs --start: it keeps layers of that model");
            }
            return StartWeights.NONE;
        }
        StartWeights weights = new StartWeights(OnnxWeights.read(start), startFrozen ? StartWeights.ALL : frozenLayers);
        int missing = weights.missing(network).size();
        if (missing > 0) {
            command.commandLine()
                    .getErr()
                    .println(missing + " convolutions are not in " + start + " and start untrained");
        }
        return weights;
    }

    /** The training itself. */
    interface Training {
        Network run(EpochListener listener) throws IOException;
    }

    /** Records what the run is, trains, and writes the trained network. */
    void train(List<Fingerprint> data, Map<String, Long> sizes, Training training) throws IOException {
        RunRecord record = new RunRecord(arguments(), values(), data, sizes);
        try (TrainingProgress progress =
                TrainingProgress.of(command.commandLine().getErr())) {
            if (bfloat16 && Bfloat16.supported().equals(Optional.of(false))) {
                progress.say(
                        "This processor does not multiply bfloat16 numbers: with --bfloat16 training takes many times as long. Leave it out");
            }
            record.begin(out, changesAllowed).forEach(progress::say);
            Network trained = training.run(new EpochListener() {
                @Override
                public void batchDone(Step step) {
                    progress.batchDone(step);
                }

                @Override
                public void epochDone(Map<String, Double> metrics) {
                    progress.epochDone(metrics);
                    drawCurves(progress);
                }
            });
            NetworkFile.write(trained, out.resolve(NetworkFile.NAME));
        } catch (DivergedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A run of hours does not end because a machine has no fonts. */
    private void drawCurves(TrainingProgress progress) {
        try {
            RunCurves.draw(
                    out.resolve(TrainingRun.METRICS),
                    command.name() + " " + out.getFileName(),
                    out.resolve(RunCurves.FILE));
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            progress.say("No curves: " + e);
        }
    }

    private List<String> arguments() {
        List<String> all = command.commandLine().getParseResult().originalArgs();
        List<String> arguments = new ArrayList<>(List.of(command.name()));
        arguments.addAll(all.subList(all.indexOf(command.name()) + 1, all.size()));
        return arguments;
    }

    /** Options of data are left out: what they name is told by its content. */
    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (OptionSpec option : command.options()) {
            if (!FREE.contains(option.longestName())
                    && option.group() == null
                    && option.auxiliaryTypes()[0] != Path.class) {
                values.put(option.longestName(), String.valueOf(option.<Object>getValue()));
            }
        }
        return values;
    }
}
