package io.emotion4j.cli.training;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.training.classifier.ClassBalance;
import io.emotion4j.training.classifier.ClassifierData;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.classifier.ClassifierTrainer;
import io.emotion4j.training.classifier.ClassifierTrainingOptions;
import io.emotion4j.training.classifier.FaceFiles;
import io.emotion4j.training.classifier.TeacherView;
import io.emotion4j.training.classifier.TrainedClassifier;
import io.emotion4j.training.network.FilterPruning;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.run.Fingerprint;
import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.StartWeights;
import io.emotion4j.training.torch.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "train-classifier",
        description = "Trains an expression classifier; started again on the same folder, it goes on where it stopped.",
        showDefaultValues = true)
final class TrainClassifierCommand extends DataCommand {

    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private List<FaceSourceOptions> sources = new ArrayList<>();

    @Option(
            names = "--unlabelled",
            paramLabel = "FOLDER",
            description =
                    "pictures of faces, such as cut-faces writes, of which the --teacher's answers are learnt alone; may be given "
                            + "several times")
    private List<Path> unlabelled = new ArrayList<>();

    @Option(
            names = "--validation",
            paramLabel = "PATH",
            description =
                    "faces to validate with, as --data takes them; default: the validation parts of the data, or every "
                            + "tenth face where there are none")
    private @Nullable Path validation;

    @Option(names = "--validation-votes", paramLabel = "CSV", description = "FER+ votes of --validation")
    private @Nullable Path validationVotes;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--preset", defaultValue = "BASE", description = "one of ${COMPLETION-CANDIDATES}")
    private ClassifierPreset preset = ClassifierPreset.BASE;

    @Option(
            names = "--sides",
            split = ",",
            paramLabel = "SIDExEPOCHS",
            converter = StageConverter.class,
            description =
                    "first epochs with smaller inputs, which train faster: 32x24,40x30 is 24 epochs at 32x32 pixels, "
                            + "then 30 at 40x40; the rest at 48x48")
    private List<ClassifierTrainingOptions.Stage> sides = List.of();

    @Option(
            names = "--teacher",
            paramLabel = "RUN|ONNX",
            description =
                    "folder of a finished run, or an exported model.onnx, whose answers are mixed into the targets; given "
                            + "several times, the mean of all")
    private List<Path> teachers = new ArrayList<>();

    @Option(names = "--teacher-labels", defaultValue = "0.6", description = "its share in the FER2013 head's targets")
    private double teacherLabels;

    @Option(names = "--teacher-votes", defaultValue = "0.3", description = "its share in the vote head's targets")
    private double teacherVotes;

    @Option(
            names = "--teacher-sees",
            defaultValue = "FACES",
            description =
                    "FACES: every face once, before training; INPUTS: every input as the network sees it, which takes its time at every "
                            + "step and --loader-threads; one of ${COMPLETION-CANDIDATES}")
    private TeacherView teacherView = TeacherView.FACES;

    @Mixin
    private OptimizerOptions optimizer = new OptimizerOptions(OptimizerKind.SGD, 128, "0.1", "2", "0.0005", "5");

    @Option(names = "--augmentation", defaultValue = "1", description = "strength; 0 = mirroring only")
    private double augmentation;

    @Option(
            names = "--mixup",
            defaultValue = "0",
            description = "largest share of another face that is laid over a face and its targets (mixup), 0 to 0.5")
    private double mixup;

    @Option(names = "--label-smoothing", defaultValue = "0.1")
    private double labelSmoothing;

    @Option(names = "--vote-smoothing", defaultValue = "0")
    private double voteSmoothing;

    @Option(names = "--label-weight", defaultValue = "1", description = "weight of the FER2013 head's loss")
    private double labelWeight;

    @Option(names = "--dropout", defaultValue = "0.2")
    private double dropout;

    @Option(
            names = "--class-weights",
            defaultValue = "NONE",
            description =
                    "BALANCED: faces of rare expressions count more, so that every expression counts the same; one of "
                            + "${COMPLETION-CANDIDATES}")
    private ClassBalance balance = ClassBalance.NONE;

    @Option(
            names = "--prune",
            defaultValue = "0",
            description =
                    "share of the filters that are removed before training, of each layer that one other alone reads, those first "
                            + "that change least; needs --start; 0: none")
    private double prune;

    @Override
    protected void run() throws IOException {
        if (!unlabelled.isEmpty() && teachers.isEmpty()) {
            throw new IllegalArgumentException("--unlabelled needs --teacher: nobody else says what those faces show");
        }
        if (teacherView == TeacherView.INPUTS && teachers.isEmpty()) {
            throw new IllegalArgumentException("--teacher-sees INPUTS needs --teacher: there is nobody to ask");
        }
        Network network = preset.build(run.seed(), dropout);
        StartWeights start;
        if (prune == 0) {
            start = run.startWeights(network);
        } else {
            FilterPruning pruning = FilterPruning.of(network, run.exportedStart("--prune"), prune);
            network = pruning.network();
            start = new StartWeights(pruning.exported(), 0);
        }
        train(network, start);
    }

    private void train(Network network, StartWeights start) throws IOException {
        List<FaceFiles> files = sources.stream().map(FaceSourceOptions::files).toList();
        ClassifierData data = ClassifierData.read(files, unlabelled, validation, validationVotes);
        err().printf(
                        Locale.ROOT,
                        "%s: %,d parameters, %.1f M multiply-adds; %,d faces to learn, %,d to validate with%n",
                        preset,
                        network.parameterCount(),
                        network.multiplyAdds(48, 48) / 1e6,
                        data.trainingFaces(),
                        data.validation().size());
        TrainingOptions training = optimizer.with(run);
        ClassifierTrainingOptions options = new ClassifierTrainingOptions(
                training,
                new ClassifierTrainingOptions.Inputs(optimizer.batch(), augmentation, mixup, sides),
                balance,
                labelWeight,
                new ClassifierTrainingOptions.HeadShares(labelSmoothing, voteSmoothing),
                new ClassifierTrainingOptions.Teaching(
                        new ClassifierTrainingOptions.HeadShares(teacherLabels, teacherVotes), teacherView));
        List<Network> taught = new ArrayList<>();
        for (Path teacher : teachers) {
            taught.add(TrainedClassifier.read(teacher));
        }
        Map<String, Long> sizes = Map.of(
                "parameters", network.parameterCount(),
                "trainingFaces", (long) data.trainingFaces(),
                "validationFaces", (long) data.validation().size());
        run.train(
                prints(files),
                sizes,
                listener -> ClassifierTrainer.train(
                        network, data.training(), data.validation(), options, taught, start, run.out(), listener));
    }

    private List<Fingerprint> prints(List<FaceFiles> files) throws IOException {
        List<Fingerprint> prints = new ArrayList<>();
        for (FaceFiles source : files) {
            prints.add(Fingerprint.of("--data, weight " + source.weight(), source.data()));
            if (source.votes() != null) {
                prints.add(Fingerprint.of("--votes", source.votes()));
            }
        }
        for (Path folder : unlabelled) {
            prints.add(Fingerprint.of("--unlabelled", folder));
        }
        if (validation != null) {
            prints.add(Fingerprint.of("--validation", validation));
        }
        if (validationVotes != null) {
            prints.add(Fingerprint.of("--validation-votes", validationVotes));
        }
        for (Path teacher : teachers) {
            prints.add(Fingerprint.of("--teacher", TrainedClassifier.file(teacher)));
        }
        if (run.start() != null) {
            prints.add(Fingerprint.of("--start", run.start()));
        }
        return prints;
    }

    static final class StageConverter implements ITypeConverter<ClassifierTrainingOptions.Stage> {
        @Override
        public ClassifierTrainingOptions.Stage convert(String text) {
            try {
                return ClassifierTrainingOptions.Stage.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
