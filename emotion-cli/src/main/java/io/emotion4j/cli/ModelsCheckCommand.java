package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelProblems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j models check}: all that is wrong with models on disk, at once; where nothing is, whether they run. */
@Command(
        name = "check",
        description =
                "Says all that is wrong with a model of yours: its model.json, its files, and where these say different things. "
                        + "Where nothing is, opens it and looks at what it answers.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing is wrong", "3:something is"})
final class ModelsCheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "a model.json, or the folder or zip file of it")
    private List<Path> models = List.of();

    @Option(
            names = "--picture",
            paramLabel = "PICTURE",
            description = "a picture whose answer is shown, best the crop of a face; may be given several times")
    private List<Path> pictures = List.of();

    @Mixin
    private EngineChoice engine = new EngineChoice();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean well = true;
        for (Path model : models) {
            List<String> problems = ModelProblems.of(model);
            problems.forEach(problem -> out.println("FAIL " + problem));
            well &= problems.isEmpty() && opens(model, out);
        }
        return well ? ExitCode.OK : ExitCode.NOT_READY;
    }

    private boolean opens(Path path, PrintWriter out) throws IOException {
        Model model = Model.of(path);
        Supplier<EmotionAnalyzerBuilder> builder = () -> engine.set(EmotionAnalyzer.builder());
        // OpenCV is no part of the program, and its cascades run in others.
        boolean elsewhere = model.descriptor().architecture().equals("haar-cascade") && engine.name() == null;
        ModelCheck check = new ModelCheck(model, builder.get(), out, elsewhere);
        return check.run() && (!check.ran() || new AnswerCheck(model, builder, out).run(pictures));
    }
}
