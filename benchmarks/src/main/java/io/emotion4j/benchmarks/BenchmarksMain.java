package io.emotion4j.benchmarks;

import io.emotion4j.benchmarks.report.Comparison;
import io.emotion4j.benchmarks.report.Measured;
import io.emotion4j.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures, reports, compares: see {@link #USAGE}. */
public final class BenchmarksMain {

    private static final String USAGE = """
            quick|full FILE.json [--rounds N] [JMH's options]   measures; FILE.md and FILE.png beside it are the report
            report FILE.json                                    writes FILE.md and FILE.png again
            compare OLD.json NEW.json                           ends with 1 where a ratio got worse by more than 10 %
            detectors ROUNDS MODEL...                           the processor time of detectors, in turn on one picture of 640x480
            JMH's options: a regular expression of benchmarks, -p engine=pytorch, -f 3, -i 10 and others (https://github.com/openjdk/jmh).
            """;

    private BenchmarksMain() {}

    public static void main(String[] args)
            throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        String what = words.isEmpty() ? "" : words.remove(0);
        if (what.equals("report") && words.size() == 1) {
            Report.write(Path.of(words.get(0)));
        } else if (what.equals("compare") && words.size() == 2) {
            Comparison comparison =
                    Comparison.of(Measured.read(Path.of(words.get(0))), Measured.read(Path.of(words.get(1))));
            System.out.print(comparison.text());
            System.exit(comparison.worse() ? 1 : 0);
        } else if ((what.equals("quick") || what.equals("full")) && !words.isEmpty()) {
            measure(what.equals("quick") ? Plan.QUICK : Plan.FULL, Path.of(words.remove(0)), words);
        } else if (what.equals("detectors") && !words.isEmpty()) {
            DetectorsInTurn.measure(Integer.parseInt(words.get(0)), words.subList(1, words.size()), System.out);
        } else {
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private static void measure(Plan plan, Path file, List<String> words)
            throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
        int rounds = plan.rounds();
        int given = words.indexOf("--rounds");
        if (given >= 0) {
            rounds = Integer.parseInt(words.get(given + 1));
            words.subList(given, given + 2).clear();
        }
        CommandLineOptions own = new CommandLineOptions(words.toArray(String[]::new));
        Options options = merged(plan, own);
        List<RunResult> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            results.addAll(new Runner(options).run());
        }
        Measured.write(results, Environment.here(), file);
        Report.write(file);
    }

    /** What the command line says wins; what it does not say is the plan's. */
    private static Options merged(Plan plan, CommandLineOptions own) {
        OptionsBuilder both = new OptionsBuilder();
        both.parent(plan.options().build());
        own.getIncludes().forEach(both::include);
        own.getExcludes().forEach(both::exclude);
        if (own.getForkCount().hasValue()) {
            both.forks(own.getForkCount().get());
        }
        if (own.getWarmupIterations().hasValue()) {
            both.warmupIterations(own.getWarmupIterations().get());
        }
        if (own.getMeasurementIterations().hasValue()) {
            both.measurementIterations(own.getMeasurementIterations().get());
        }
        for (String parameter : new String[] {"engine", "classifier", "picture", "photo", "size", "faces"}) {
            if (own.getParameter(parameter).hasValue()) {
                both.param(parameter, own.getParameter(parameter).get().toArray(String[]::new));
            }
        }
        if (System.getProperty(Child.HOME) == null) {
            both.exclude("StartBenchmark.commandLine");
        }
        return both.build();
    }
}
