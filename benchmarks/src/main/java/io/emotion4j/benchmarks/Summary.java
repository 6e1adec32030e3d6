package io.emotion4j.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The figures that the project promises, read out of JMH's results: medians in milliseconds, and ratios. */
final class Summary {

    private final Map<String, Double> figures = new TreeMap<>();
    private final Set<String> classifiers = new TreeSet<>();
    private final StringBuilder text = new StringBuilder();

    private Summary(Collection<RunResult> results) {
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            String name = run.getParams().getBenchmark();
            String key = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
            String faces = run.getParams().getParam("faces");
            String engine = run.getParams().getParam("engine");
            String classifier = run.getParams().getParam("classifierModel");
            if (classifier != null) {
                classifiers.add(classifier);
            }
            boolean throughput = key.startsWith("Throughput");
            figures.put(
                    key
                            + (faces == null ? "" : " " + faces)
                            + (engine == null ? "" : " " + engine)
                            + (classifier == null ? "" : suffix(classifier)),
                    throughput ? result.getScore() : result.getStatistics().getPercentile(50));
        }
    }

    static String of(Collection<RunResult> results) {
        Summary summary = new Summary(results);
        summary.line(
                "%nMedians in ms; %s, %d processors, Java %s%n",
                System.getProperty("os.arch"), processors(), Runtime.version());
        results.stream()
                .map(run -> run.getParams().getParam("engine"))
                .filter(engine -> engine != null)
                .distinct()
                .forEach(summary::engine);
        return summary.text.toString();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private void engine(String engine) {
        line("%n%s%n", engine);
        for (String step : new String[] {"analyze", "decode", "detect", "classify"}) {
            figure("  " + step, "PipelineBenchmark." + step + " " + engine);
        }
        if (engine.equals("onnx")) {
            beside("detect", "PipelineBenchmark.detect " + engine, "BareEngineBenchmark.detect");
        }
        for (String classifier : classifiers) {
            classify(engine, suffix(classifier));
        }
        if (engine.equals("onnx")) {
            share(engine);
        }
        Double one = figures.get("ThroughputBenchmark.oneThread " + engine);
        Double two = figures.get("ThroughputBenchmark.twoThreads " + engine);
        if (one != null && two != null) {
            line("  pictures/s  1 thread %.0f, 2 threads %.0f, ratio %.2f%n", one, two, two / one);
        }
    }

    private void classify(String engine, String suffix) {
        if (!suffix.isEmpty()) {
            figure("  analyze" + suffix, "PipelineBenchmark.analyze " + engine + suffix);
        }
        for (int faces : new int[] {1, 4, 16}) {
            String ours = "ClassifierBenchmark.classify " + faces + " " + engine + suffix;
            figure("  classify " + faces + suffix, ours);
            if (engine.equals("onnx")) {
                beside("classify " + faces + suffix, ours, "BareEngineBenchmark.classify " + faces + suffix);
            }
        }
    }

    private static String suffix(String classifier) {
        return classifier.equals(Pipeline.DEFAULT_CLASSIFIER) ? "" : " " + classifier;
    }

    private void figure(String name, String key) {
        Double value = figures.get(key);
        if (value != null) {
            line("%-14s %8.3f%n", name, value);
        }
    }

    private void beside(String name, String ours, String bare) {
        Double with = figures.get(ours);
        Double without = figures.get(bare);
        if (with != null && without != null) {
            line("  %-12s %8.3f bare engine, ratio %.2f%n", name, without, with / without);
        }
    }

    /** Pre- and post-processing of detector and classifier together, as a share of the time within the engine. */
    private void share(String engine) {
        Double detect = figures.get("PipelineBenchmark.detect " + engine);
        Double classify = figures.get("ClassifierBenchmark.classify 1 " + engine);
        Double bareDetect = figures.get("BareEngineBenchmark.detect");
        Double bareClassify = figures.get("BareEngineBenchmark.classify 1");
        if (detect != null && classify != null && bareDetect != null && bareClassify != null) {
            double bare = bareDetect + bareClassify;
            line(
                    "  pre- and post-processing, one face: %.1f %% of the engine's time%n",
                    100 * (detect + classify - bare) / bare);
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
