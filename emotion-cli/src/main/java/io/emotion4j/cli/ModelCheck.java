package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.ProviderReport;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks one model: size and SHA-256 of each of its files, and whether it runs and answers as its golden vector says. */
final class ModelCheck {

    private final Model model;
    private final EmotionAnalyzerBuilder builder;
    private final PrintWriter out;
    private final boolean extra;
    private boolean well = true;
    private boolean ran;

    /** @param extra whether nothing needs the model unless it is asked for, so that an engine may lack for it */
    ModelCheck(Model model, EmotionAnalyzerBuilder builder, PrintWriter out, boolean extra) {
        this.model = model;
        this.builder = builder;
        this.out = out;
        this.extra = extra;
    }

    /** Prints a line a check; whether all is well. */
    boolean run() {
        out.println("  " + model);
        files().forEach(this::check);
        String none = extra ? noEngine() : null;
        if (none != null) {
            out.printf("    %s %-12s %s%n", "--  ", "runs", none);
        } else {
            check("runs", this::open);
            ran = true;
        }
        return well;
    }

    /** Whether it was tried to run the model. */
    boolean ran() {
        return ran;
    }

    private void check(String what, ModelFile file) {
        if (!model.has(file)) {
            out.printf("    %s %-12s %s%n", "--  ", what, "a jar of its own, which is not here");
            return;
        }
        check(what, () -> {
            model.read(file);
            return String.format(Locale.ROOT, "size and SHA-256 right, %,d bytes, %s", file.bytes(), file.path());
        });
    }

    /** Why nothing here runs the model; null where something does. */
    private @Nullable String noEngine() {
        EmotionAnalyzerBuilder asked = model.descriptor().task() == ModelTask.FACE_DETECTION
                ? builder.detectorModel(model)
                : builder.classifierModel(model);
        ProviderReport report = model.descriptor().task() == ModelTask.FACE_DETECTION
                ? asked.detectorReport()
                : asked.classifierReport();
        if (report.chosen() != null) {
            return null;
        }
        String add = report.candidates().stream()
                .filter(engine -> engine.engine().equals("opencv") && engine.coordinate() != null)
                .map(engine -> "; " + engine.coordinate() + " does, which this program does not have")
                .findFirst()
                .orElse("");
        return "no engine that was chosen or found runs its formats" + add;
    }

    private Map<String, ModelFile> files() {
        ModelDescriptor descriptor = model.descriptor();
        Map<String, ModelFile> files = new LinkedHashMap<>();
        descriptor.files().forEach((format, file) -> {
            int number = 0;
            for (ModelFile part : file.all()) {
                files.put(number++ == 0 ? format : format + " " + number, part);
            }
        });
        GoldenSpec golden = descriptor.golden();
        if (golden != null) {
            files.put("golden", golden.file());
        }
        ModelFile card = descriptor.card();
        if (card != null) {
            files.put("card", card);
        }
        ModelFile evaluation = descriptor.evaluation();
        if (evaluation != null) {
            files.put("evaluation", evaluation);
        }
        return files;
    }

    private String open() {
        long start = System.nanoTime();
        String engine;
        if (model.descriptor().task() == ModelTask.FACE_DETECTION) {
            try (var detector = builder.detectorModel(model).buildDetector()) {
                engine = detector.engine();
            }
        } else {
            try (var classifier = builder.classifierModel(model).buildClassifier()) {
                engine = classifier.engine();
            }
        }
        String golden = model.descriptor().golden() == null
                ? "no golden vector to compare with"
                : "answers as its golden vector says";
        return String.format(
                Locale.ROOT, "on %s: %s, opened in %.0f ms", engine, golden, (System.nanoTime() - start) / 1e6);
    }

    /** A check that says what it found, or throws. */
    private interface Step {
        String run();
    }

    private void check(String what, Step step) {
        String mark = "ok  ";
        String found;
        try {
            found = step.run();
        } catch (RuntimeException | LinkageError e) {
            mark = "FAIL";
            found = String.valueOf(e.getMessage());
            well = false;
        }
        out.printf("    %s %-12s %s%n", mark, what, found);
    }
}
