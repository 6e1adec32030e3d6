package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.internal.parallel.OrderedWork;
import io.emotion4j.output.ResultWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j FILE...}: the faces in pictures, and the expression that each shows. */
@Command(
        name = "emotion4j",
        description = "Finds the faces in pictures and says which facial expression each shows.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every picture was analyzed, with or without faces in it",
            "1:at least one picture failed, or something could not be written; the others were analyzed",
            "2:the command line is wrong",
            "3:no engine or no model that works here; see `emotion4j doctor`",
            "4:a fault of this program",
            "130, 141:ended by Ctrl-C, or by whoever read the output, before all pictures were analyzed"
        },
        footer = {
            "%nThe script ./emotion4j of the sources also runs train-classifier, train-detector, export-classifier, export-detector, "
                    + "quantize-classifier and quantize-detector, for which it fetches PyTorch at first use."
        })
final class AnalyzeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|FOLDER",
            arity = "0..*",
            description = "JPEG, PNG, GIF, WebP, BMP or TIFF pictures, or folders with such")
    private List<String> names = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--annotate",
            paramLabel = "OUT",
            description =
                    "also draw boxes, landmarks and labels: into a file that ends in .png or .jpg, or for several "
                            + "pictures into a folder")
    private @Nullable Path annotate;

    @Option(
            names = "--explain",
            paramLabel = "OUT",
            description =
                    "also draw on which parts of each face its expression hangs, by covering them one after the other: into a"
                            + " file that ends in .png or .jpg, or for several pictures into a folder")
    private @Nullable Path explain;

    @Option(names = "--recursive", description = "look into the folders below a folder, too")
    private boolean recursive;

    @Option(names = "--crops", description = "each picture is one face, already cut out: no detection")
    private boolean crops;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "pictures that are worked on at once; default: one a processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private AnalyzerOptions options = new AnalyzerOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        if (names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name at least one picture or folder");
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads takes 1 or more, found " + threads);
        }
        PictureSearch search =
                PictureSearch.of(paths(), recursive).without(annotate).without(explain);
        search.problems().forEach(problem -> err.println("emotion4j: " + problem));
        if (search.pictures().stream().anyMatch(picture -> FileName.isGarbled(picture.file()))) {
            err.println("emotion4j: there are names with letters" + FileName.advice());
        }
        Annotations annotations = annotations("--annotate", annotate, search);
        Annotations explanations = annotations("--explain", explain, search);
        try (EmotionAnalyzer analyzer = open()) {
            boolean allWell = run(search, new PictureWork(analyzer, options.limits(), annotations, explanations));
            if (annotations != null && format == OutputFormat.TABLE) {
                spec.commandLine().getOut().println("annotated: " + annotations.out());
            }
            if (explanations != null && format == OutputFormat.TABLE) {
                spec.commandLine().getOut().println("explained: " + explanations.out());
            }
            return allWell && search.problems().isEmpty() ? ExitCode.OK : ExitCode.PICTURES_FAILED;
        }
    }

    /** Not left to picocli, which calls a name that is none an unmatched argument. */
    private List<Path> paths() {
        try {
            return names.stream().map(FileName::path).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable Annotations annotations(String option, @Nullable Path out, PictureSearch search) {
        try {
            return out == null ? null : Annotations.to(option, out, search.pictures());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private EmotionAnalyzer open() {
        try {
            return options.builder().crops(crops).maxConcurrency(threads).build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private boolean run(PictureSearch search, PictureWork work) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Terminal terminal = Terminal.ofThisProcess();
        int longest = search.pictures().stream()
                .mapToInt(picture -> picture.file().toString().length())
                .max()
                .orElse(0);
        Thread worker = Thread.currentThread();
        return Ending.orderly(worker::interrupt, err, () -> {
            int failed = 0;
            try (ResultWriter writer = format.open(out, work.setup(), longest, terminal.unicode());
                    Progress progress = Progress.of(search.pictures().size(), terminal, err);
                    OrderedWork<PictureSearch.Picture, PictureWork.Outcome> outcomes =
                            new OrderedWork<>(search.pictures(), threads, work::outcome)) {
                while (outcomes.hasNext()) {
                    PictureWork.Outcome outcome = outcomes.next();
                    String problem = outcome.problem();
                    if (problem != null) {
                        failed++;
                        progress.above(() -> err.println("emotion4j: " + problem));
                    }
                    progress.above(() -> writer.write(outcome.result()));
                    if (out.checkError()) {
                        throw new OutputClosedException();
                    }
                    progress.step();
                }
            }
            return failed == 0;
        });
    }
}
