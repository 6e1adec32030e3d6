package io.emotion4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * JMH with short runs by default (about two minutes in all) and a summary at the end. Takes JMH's own options: {@code -h}
 * lists them, {@code -p engine=pytorch} measures another engine, {@code -f 3 -wi 10 -i 20} measures more carefully.
 */
public final class BenchmarksMain {

    private BenchmarksMain() {}

    public static void main(String[] args) throws CommandLineOptionException, RunnerException {
        CommandLineOptions options = new CommandLineOptions(args);
        if (options.shouldHelp()) {
            try {
                options.showHelp();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        OptionsBuilder defaults = new OptionsBuilder();
        defaults.parent(options);
        if (!options.getForkCount().hasValue()) {
            defaults.forks(1);
        }
        if (!options.getWarmupIterations().hasValue()) {
            defaults.warmupIterations(3);
        }
        if (!options.getWarmupTime().hasValue()) {
            defaults.warmupTime(TimeValue.seconds(1));
        }
        if (!options.getMeasurementIterations().hasValue()) {
            defaults.measurementIterations(5);
        }
        if (!options.getMeasurementTime().hasValue()) {
            defaults.measurementTime(TimeValue.seconds(1));
        }
        System.out.print(Summary.of(new Runner(defaults.build()).run()));
    }
}
