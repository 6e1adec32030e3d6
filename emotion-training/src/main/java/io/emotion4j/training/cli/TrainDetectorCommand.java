package io.emotion4j.training.cli;

import io.emotion4j.training.detector.DetectorOptions;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.detector.DetectorTrainer;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkFile;
import io.emotion4j.training.torch.TrainingOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "train-detector",
        description = "Trains a face detector; started again on the same folder, it goes on where it stopped.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
@SuppressWarnings("NullAway.Init")
final class TrainDetectorCommand implements Callable<Integer> {

    @Option(names = "--faces", required = true, description = "index.jsonl with boxes")
    private Path faces;

    @Option(names = "--landmarks", required = true, description = "index.jsonl with 68 landmarks")
    private Path landmarks;

    @Option(names = "--no-faces", required = true, description = "index.jsonl of pictures without faces")
    private Path noFaces;

    @Option(names = "--answers", required = true, description = "folder with a reference detector's answers")
    private Path answers;

    @Option(
            names = "--reference",
            description = "the reference detector (ONNX with YuNet's outputs), to learn from what it sees in every crop")
    private @Nullable Path reference;

    @Option(names = "--out", required = true, description = "folder of the run: checkpoint, metrics, network")
    private Path out;

    @Option(names = "--preset", defaultValue = "BASE", description = "one of ${COMPLETION-CANDIDATES}")
    private DetectorPreset preset = DetectorPreset.BASE;

    @Option(names = "--epochs", defaultValue = "60")
    private int epochs;

    @Option(names = "--crops", defaultValue = "3200", description = "crops an epoch")
    private int crops;

    @Option(names = "--side", defaultValue = "320", description = "of the crops, in pixels")
    private int side;

    @Option(names = "--batch", defaultValue = "16")
    private int batch;

    @Option(names = "--rate", defaultValue = "0.004", description = "highest learning rate")
    private double rate;

    @Option(names = "--sgd", description = "SGD in place of AdamW")
    private boolean sgd;

    @Option(names = "--warm-up", defaultValue = "1", description = "epochs of rising learning rate")
    private double warmUp;

    @Option(names = "--decay", defaultValue = "0.01", description = "weight decay")
    private double decay;

    @Option(names = "--clip", defaultValue = "10", description = "largest gradient norm")
    private double clip;

    @Option(
            names = "--average-steps",
            defaultValue = "1000",
            description = "reach of the moving average of the weights")
    private double averageSteps;

    @Option(names = "--landmark-weight", defaultValue = "3")
    private double landmarkWeight;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--threads", defaultValue = "1", description = "of PyTorch")
    private int threads;

    @Option(names = "--bfloat16", description = "round activations to bfloat16: faster where the processor has it")
    private boolean bfloat16;

    @Override
    public Integer call() throws Exception {
        Network network = preset.forTraining(seed);
        System.err.printf(
                "%s: %,d parameters, %.1f M multiply-adds at 640x640%n",
                preset, network.parameterCount(), network.multiplyAdds(640, 640) / 1e6);
        TrainingOptions training =
                new TrainingOptions(epochs, rate, warmUp, !sgd, decay, clip, averageSteps, seed, threads, bfloat16);
        Network trained = DetectorTrainer.train(
                preset,
                new DetectorTrainer.Data(faces, landmarks, noFaces, answers, reference),
                new DetectorOptions(training, batch, side, crops, landmarkWeight),
                out,
                new ProgressLine(epochs));
        NetworkFile.write(trained, out.resolve(NetworkFile.NAME));
        return 0;
    }
}
