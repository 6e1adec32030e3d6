package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.ModelLoadException;
import io.emotion4j.ProviderReport;
import io.emotion4j.ProviderReport.Candidate;
import io.emotion4j.ProviderReport.Verdict;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotion4j doctor}: what is here, what would run, and why the rest would not. */
@Command(
        name = "doctor",
        description =
                "Says which engines were found, which is chosen and why the others are not, and checks the models.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:ready", "2:the command line is wrong", "3:not ready; the lines above say why"})
final class DoctorCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private AnalyzerOptions options = new AnalyzerOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        EmotionAnalyzerBuilder builder = builder();
        machine(out);
        boolean ready = engines(out, "face detection", builder::detectorReport);
        ready &= engines(out, "facial expressions", builder::classifierReport);
        ready &= models(out);
        out.printf("%n%s%n", ready ? "Ready." : "Not ready: see the lines above.");
        return ready ? ExitCode.OK : ExitCode.NOT_READY;
    }

    private EmotionAnalyzerBuilder builder() {
        try {
            return options.builder();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void machine(PrintWriter out) {
        out.printf("%-10s %s%n", "emotion4j", Version.ofThisProgram());
        out.printf(
                "%-10s %s (%s), heap at most %,d MB%n",
                "Java",
                System.getProperty("java.vm.version"),
                System.getProperty("java.vm.vendor"),
                Runtime.getRuntime().maxMemory() >> 20);
        out.printf(
                "%-10s %s %s %s, %d processors%n",
                "System",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        out.printf("%-10s %s%n", "Device", options.device());
        out.printf("%-10s %s%n", "Pictures", pictures());
    }

    private static String pictures() {
        List<String> missing = RgbImage.unreadableFormats();
        return missing.isEmpty() ? "JPEG, PNG, GIF, WebP, BMP, TIFF" : "no plug-in reads " + String.join(", ", missing);
    }

    private static boolean engines(PrintWriter out, String purpose, Supplier<ProviderReport> reports) {
        out.printf("%nEngines for %s%n", purpose);
        ProviderReport report;
        try {
            report = reports.get();
        } catch (ModelLoadException e) {
            out.printf("  none: %s%n", e.getMessage());
            return false;
        }
        for (Candidate candidate : report.candidates()) {
            out.printf("  %-11s %-13s %s%n", candidate.engine(), verdict(candidate), detail(candidate));
        }
        if (report.problem() != null) {
            out.printf("  none chosen: %s%n", report.problem());
        }
        return report.chosen() != null;
    }

    private static String verdict(Candidate candidate) {
        return candidate.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String detail(Candidate candidate) {
        boolean addable = candidate.verdict() == Verdict.ABSENT && candidate.coordinate() != null;
        return candidate.detail() + (addable ? "; add " + candidate.coordinate() : "");
    }

    private boolean models(PrintWriter out) {
        out.printf("%nModels%n");
        boolean well = true;
        List<Model> models = options.models();
        if (models.isEmpty()) {
            out.println("  none found");
        }
        Set<ModelTask> served = EnumSet.noneOf(ModelTask.class);
        for (Model model : models) {
            boolean extra = !served.add(model.descriptor().task());
            well &= new ModelCheck(model, options.builder(), out, extra).run();
        }
        return well;
    }
}
