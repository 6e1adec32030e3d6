package io.emotion4j.training.cli;

import io.emotion4j.evaluation.data.FerCsv;
import io.emotion4j.training.classifier.ClassifierOptions;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.classifier.ClassifierTrainer;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkFile;
import io.emotion4j.training.torch.TrainedNetwork;
import io.emotion4j.training.torch.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "train-classifier",
        description = "Trains an expression classifier; started again on the same folder, it goes on where it stopped.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class TrainClassifierCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "fer2013.csv (emotion,pixels,Usage)")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--votes", description = "FER+ votes, line by line as --data")
    private @Nullable Path votes;

    @Option(names = "--out", required = true, description = "folder of the run: checkpoint, metrics, network")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--preset", defaultValue = "BASE", description = "one of ${COMPLETION-CANDIDATES}")
    private ClassifierPreset preset = ClassifierPreset.BASE;

    @Option(names = "--epochs", defaultValue = "60")
    private int epochs;

    @Option(
            names = "--sides",
            split = ",",
            paramLabel = "SIDExEPOCHS",
            converter = StageConverter.class,
            description = "first epochs with smaller inputs, which train faster: 32x24,40x30 is 24 epochs at 32x32 pixels, "
                    + "then 30 at 40x40; the rest at 48x48")
    private List<ClassifierOptions.Stage> sides = List.of();

    @Option(
            names = "--teacher",
            description = "folder of a finished run whose answers are mixed into the targets")
    private @Nullable Path teacher;

    @Option(names = "--teacher-preset", defaultValue = "LARGE", description = "one of ${COMPLETION-CANDIDATES}")
    private ClassifierPreset teacherPreset = ClassifierPreset.LARGE;

    @Option(names = "--teacher-labels", defaultValue = "0.6", description = "its share in the FER2013 head's targets")
    private double teacherLabels;

    @Option(names = "--teacher-votes", defaultValue = "0.3", description = "its share in the vote head's targets")
    private double teacherVotes;

    @Option(names = "--batch", defaultValue = "128")
    private int batch;

    @Option(names = "--rate", defaultValue = "0.1", description = "highest learning rate")
    private double rate;

    @Option(names = "--adamw", description = "AdamW in place of SGD")
    private boolean adamw;

    @Option(names = "--warm-up", defaultValue = "2", description = "epochs of rising learning rate")
    private double warmUp;

    @Option(names = "--decay", defaultValue = "5e-4", description = "weight decay")
    private double decay;

    @Option(names = "--clip", defaultValue = "5", description = "largest gradient norm")
    private double clip;

    @Option(
            names = "--average-steps",
            defaultValue = "1000",
            description = "reach of the moving average of the weights")
    private double averageSteps;

    @Option(names = "--augmentation", defaultValue = "1", description = "strength; 0 = mirroring only")
    private double augmentation;

    @Option(names = "--label-smoothing", defaultValue = "0.1")
    private double labelSmoothing;

    @Option(names = "--vote-smoothing", defaultValue = "0")
    private double voteSmoothing;

    @Option(names = "--label-weight", defaultValue = "1", description = "weight of the FER2013 head's loss")
    private double labelWeight;

    @Option(names = "--dropout", defaultValue = "0.2")
    private double dropout;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--threads", defaultValue = "1", description = "of PyTorch")
    private int threads;

    @Option(names = "--bfloat16", description = "round activations to bfloat16: faster where the processor has it")
    private boolean bfloat16;

    @Override
    public Integer call() throws Exception {
        Network network = preset.build(seed, dropout);
        System.err.printf(
                "%s: %,d parameters, %.1f M multiply-adds%n",
                preset, network.parameterCount(), network.multiplyAdds(48, 48) / 1e6);
        TrainingOptions training =
                new TrainingOptions(epochs, rate, warmUp, adamw, decay, clip, averageSteps, seed, threads, bfloat16);
        ClassifierOptions options = new ClassifierOptions(
                training, batch, augmentation, labelSmoothing, voteSmoothing, labelWeight, sides, teacherLabels, teacherVotes);
        Network trained = ClassifierTrainer.train(
                network,
                FerCsv.read(data, votes, "Training"),
                FerCsv.read(data, votes, "PublicTest"),
                options,
                teacher == null ? null : TrainedNetwork.read(teacherPreset.build(0, 0), teacher),
                out,
                new ProgressLine(epochs));
        NetworkFile.write(trained, out.resolve(NetworkFile.NAME));
        return 0;
    }

    static final class StageConverter implements ITypeConverter<ClassifierOptions.Stage> {
        @Override
        public ClassifierOptions.Stage convert(String text) {
            try {
                return ClassifierOptions.Stage.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
