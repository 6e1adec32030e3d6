package io.emotion4j.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on the last line of the terminal that makes way for other output. Shown for many pictures alone, and only
 * on a terminal.
 */
final class Progress implements AutoCloseable {

    private static final int MANY = 10;
    private static final int WIDTH = 79;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter err;
    private final @Nullable ProgressBar bar;
    private boolean shown;

    private Progress(PrintWriter err, int pictures, boolean visible, boolean unicode) {
        this.err = err;
        this.bar = visible
                ? new ProgressBarBuilder()
                        .setTaskName("pictures")
                        .setInitialMax(pictures)
                        .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .setConsumer(new Line())
                        .showSpeed()
                        .build()
                : null;
    }

    static Progress of(int pictures, Terminal terminal, PrintWriter err) {
        return new Progress(err, pictures, terminal.err() && pictures >= MANY, terminal.unicode());
    }

    /** Something that prints. */
    interface Output<E extends Exception> {
        void print() throws E;
    }

    /** Prints above the bar. */
    synchronized <E extends Exception> void above(Output<E> output) throws E {
        clear();
        output.print();
    }

    /** One picture more is done. */
    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            clear();
        }
    }

    private synchronized void clear() {
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
            shown = false;
        }
    }

    private synchronized void show(String line) {
        err.print("\r" + line);
        err.flush();
        shown = true;
    }

    private final class Line implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String line) {
            show(line);
        }

        @Override
        public void close() {}
    }
}
