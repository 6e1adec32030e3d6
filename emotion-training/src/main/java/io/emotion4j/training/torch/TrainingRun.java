package io.emotion4j.training.torch;

import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network epoch by epoch: batches from a source, a checkpoint and a line of metrics after every epoch. Started in
 * a folder that holds a checkpoint, it goes on from there, with the result of a run that was never stopped. Of an epoch's
 * figures, {@code waitedShare} is the part of the time in which the engine had to wait for batches.
 *
 * @since 0.1.0
 */
public final class TrainingRun {

    /** File name of the checkpoint in the run's folder. */
    public static final String CHECKPOINT = "checkpoint.bin";

    /** File name of the metrics (a JSON object a line) in the run's folder. */
    public static final String METRICS = "metrics.jsonl";

    /** Measures the averaged network after an epoch. */
    public interface Validation {
        Map<String, Double> measure(int epoch, Network network) throws IOException;
    }

    private final Network network;
    private final Loss loss;
    private final BatchSource source;
    private final TrainingOptions options;
    private final Path folder;
    private final StartWeights start;

    /**
     * What is minimised.
     *
     * @param targets tensors beside the picture, in the order of a batch's parts
     * @param statements TorchScript statements as {@link TrainingModule} takes them
     * @param parts names of what the statements return; the first is minimised, the others are figures to look at
     */
    public record Loss(List<String> targets, String statements, List<String> parts) {}

    /**
     * @param network untrained
     */
    public TrainingRun(
            Network network, Loss loss, BatchSource source, TrainingOptions options, Path folder, StartWeights start) {
        this.network = network;
        this.loss = loss;
        this.source = source;
        this.options = options;
        this.folder = folder;
        this.start = start;
    }

    /**
     * Trains, or goes on training.
     *
     * @return the network with averaged weights after the last epoch
     * @throws IOException if a picture cannot be read, or the folder not written
     * @throws DivergedException if the loss is no number any more
     */
    public Network train(Validation validation, EpochListener listener) throws IOException {
        Files.createDirectories(folder);
        Path checkpoint = folder.resolve(CHECKPOINT);
        TorchRuntime.setThreads(options.computing().threads());
        boolean begun = Files.exists(checkpoint);
        // What a checkpoint brings need not be measured again; but what is frozen stays so.
        Network initial = begun && start.frozen() == 0 ? network : start.applied(network, source);
        TrainingOptions.Computing computing = options.computing();
        try (Replicas replicas = new Replicas(
                        () -> new TrainingModule(
                                initial,
                                loss.targets(),
                                loss.statements(),
                                loss.parts().size(),
                                computing.bfloat16()),
                        computing.replicas(),
                        computing.threads());
                Optimizer optimizer = new Optimizer(
                        replicas.first(),
                        options.steps().optimizer(),
                        options.steps().decay(),
                        options.steps().clip());
                SharpnessAware sharpness = options.steps().sharpness() > 0
                        ? new SharpnessAware(replicas.first(), options.steps().sharpness())
                        : null) {
            TrainingModule module = replicas.first();
            int first = begun ? Checkpoint.read(checkpoint, module, optimizer) : 0;
            MetricsLog.keep(folder.resolve(METRICS), first);
            try (BatchLoader loader = new BatchLoader(source, first, options.epochs(), computing.loaderThreads())) {
                for (int epoch = first; epoch < options.epochs(); epoch++) {
                    TorchRuntime.setSeed(options.seed() * 1009 + epoch);
                    Map<String, Double> metrics = epoch(epoch, replicas, optimizer, sharpness, loader, listener);
                    metrics.putAll(validation.measure(epoch, module.networkWith(optimizer.averages())));
                    MetricsLog.append(folder.resolve(METRICS), metrics);
                    Checkpoint.write(checkpoint, epoch + 1, module, optimizer);
                    listener.epochDone(metrics);
                }
            }
            return module.networkWith(optimizer.averages());
        }
    }

    private Map<String, Double> epoch(
            int epoch,
            Replicas replicas,
            Optimizer optimizer,
            @Nullable SharpnessAware sharpness,
            BatchLoader loader,
            EpochListener listener)
            throws IOException {
        int count = source.batchesPerEpoch(epoch);
        double[] sums = new double[loss.parts().size()];
        long pictures = 0;
        long start = System.nanoTime();
        int done = 0;
        while (done < count) {
            List<Batch> batches = new ArrayList<>();
            while (batches.size() < options.computing().replicas() && done + batches.size() < count) {
                batches.add(loader.next());
            }
            double rate = options.rateAt(epoch + (double) done / count);
            done += batches.size();
            float[] values = backward(replicas, batches, sharpness);
            if (!Float.isFinite(values[0])) {
                throw new DivergedException("The loss is " + values[0] + " in epoch " + (epoch + 1) + ", batch "
                        + done + "; lower the learning rate ("
                        + options.steps().rate() + ") or look at the data");
            }
            optimizer.step(rate, options.steps().keepAt(optimizer.steps()));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (double) values[i] * batches.size();
            }
            pictures += batches.stream().mapToInt(Batch::pictures).sum();
            double seconds = (System.nanoTime() - start) / 1e9;
            listener.batchDone(new EpochListener.Step(
                    epoch, options.epochs(), done - 1, count, means(sums, done), pictures / seconds));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("epoch", epoch + 1.0);
        metrics.putAll(means(sums, count));
        metrics.put("rate", options.rateAt(epoch + 1.0));
        metrics.put("picturesPerSecond", pictures / seconds);
        metrics.put("waitedShare", loader.takeWaitedNanos() / 1e9 / seconds);
        return metrics;
    }

    private Map<String, Double> means(double[] sums, int batches) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            means.put(loss.parts().get(i), sums[i] / batches);
        }
        return means;
    }

    /** Leaves the gradients of the step; the values are those of the weights as they are. */
    private static float[] backward(Replicas replicas, List<Batch> batches, @Nullable SharpnessAware sharpness) {
        float[] values = replicas.backward(batches);
        if (sharpness != null && Float.isFinite(values[0])) {
            sharpness.ascend();
            replicas.backward(batches);
            sharpness.descend();
        }
        return values;
    }
}
