package io.emotion4j.cli.training;

import io.emotion4j.training.torch.EpochListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how training goes on: on a terminal a bar over the whole run, which makes way for a line an epoch; elsewhere a line now
 * and then.
 */
final class TrainingProgress implements EpochListener, AutoCloseable {

    private static final long LINE_NANOS = 10_000_000_000L;
    private static final int WIDTH = 119;
    private static final String CLEAR_LINE = "\r\033[K";

    /** The first that a run has is shown. */
    private static final List<String> ACCURACIES = List.of("trainingVotesAccuracy", "trainingLabelsAccuracy");

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private @Nullable ProgressBar bar;
    private long firstNanos;
    private long lineNanos;
    private long firstDone = -1;
    private boolean shown;

    /**
     * Shows it there.
     *
     * @param terminal whether {@code err} is one; Java cannot tell
     * @param nanos the time, as {@link System#nanoTime} gives it
     */
    TrainingProgress(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    /** For standard error, of which the script {@code ./emotion4j} says whether it is a terminal. */
    static TrainingProgress of(PrintWriter err) {
        List<String> terminals =
                List.of(System.getProperty("emotion4j.terminal", "").split(","));
        return new TrainingProgress(err, terminals.contains("err"), System::nanoTime);
    }

    @Override
    public void batchDone(Step step) {
        long now = nanos.getAsLong();
        if (firstDone < 0) {
            firstDone = done(step);
            firstNanos = now;
            lineNanos = now - LINE_NANOS;
        }
        if (terminal) {
            show(step);
        } else if (now - lineNanos >= LINE_NANOS) {
            lineNanos = now;
            err.printf(
                    Locale.ROOT,
                    "epoch %d/%d, batch %d/%d: %s%s%n",
                    step.epoch() + 1,
                    step.epochs(),
                    step.batch() + 1,
                    step.batches(),
                    figures(step),
                    left(step, now));
            err.flush();
        }
    }

    @Override
    public synchronized void epochDone(Map<String, Double> metrics) {
        clear();
        err.println(metrics.entrySet().stream()
                .map(e -> e.getKey() + " " + number(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", ")));
        err.flush();
    }

    /** Something to say that is no progress. */
    synchronized void say(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    private void show(Step step) {
        long done = done(step);
        ProgressBar shownBar = bar;
        if (shownBar == null) {
            shownBar = new ProgressBarBuilder()
                    .setTaskName("training")
                    .setInitialMax((long) step.epochs() * step.batches())
                    .startsFrom(done - 1, Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .setConsumer(new Line())
                    .build();
            bar = shownBar;
        }
        shownBar.setExtraMessage(
                String.format(Locale.ROOT, " epoch %d/%d, %s", step.epoch() + 1, step.epochs(), figures(step)));
        shownBar.stepTo(done);
    }

    private static String figures(Step step) {
        Map<String, Double> means = step.means();
        String accuracy = ACCURACIES.stream()
                .filter(means::containsKey)
                .findFirst()
                .map(name -> ", accuracy " + number(name, means.getOrDefault(name, Double.NaN)))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "loss %.3f%s, %,.0f pictures/s",
                means.getOrDefault("loss", Double.NaN),
                accuracy,
                step.picturesPerSecond());
    }

    private static long done(Step step) {
        return (long) step.epoch() * step.batches() + step.batch() + 1;
    }

    // By the batches' numbers: replicas learn several before one is told.
    private String left(Step step, long now) {
        long done = done(step);
        if (done == firstDone) {
            return "";
        }
        long todo = (long) step.epochs() * step.batches() - done;
        Duration left = Duration.ofNanos((long) ((double) (now - firstNanos) / (done - firstDone) * todo));
        return String.format(
                Locale.ROOT, ", %d:%02d:%02d left", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }

    private static String number(String name, double value) {
        return name.endsWith("Accuracy")
                ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
                : value == Math.rint(value) && Math.abs(value) < 1e6
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.4g", value);
    }

    private synchronized void clear() {
        if (shown) {
            err.print(CLEAR_LINE);
            shown = false;
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            synchronized (this) {
                clear();
                err.flush();
            }
        }
    }

    private final class Line implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String line) {
            synchronized (TrainingProgress.this) {
                err.print("\r" + line);
                err.flush();
                shown = true;
            }
        }

        @Override
        public void close() {}
    }
}
