package io.emotion4j.cli;

import io.emotion4j.internal.files.WholeFile;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C and SIGTERM do: a command that can stop is asked to, and its output is written to its end; then files that are not
 * whole are deleted. The JVM's exit code is the signal's.
 */
final class Ending {

    private static final int SECONDS = 10;

    private static volatile @Nullable Ending current;

    private final Runnable stop;
    private final PrintWriter err;
    private final CountDownLatch done = new CountDownLatch(1);

    private Ending(Runnable stop, PrintWriter err) {
        this.stop = stop;
        this.err = err;
    }

    /** Once a program. */
    static void prepare() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Ending running = current;
            if (running != null) {
                running.end();
            }
            WholeFile.dropUnfinished();
        }));
    }

    /**
     * Runs what can be stopped.
     *
     * @param stop called on another thread; the work returns or throws soon after
     * @param err where is said that it did not
     */
    static <T> T orderly(Runnable stop, PrintWriter err, Callable<T> work) throws Exception {
        Ending ending = new Ending(stop, err);
        current = ending;
        try {
            return work.call();
        } finally {
            current = null;
            ending.done.countDown();
        }
    }

    private void end() {
        stop.run();
        try {
            if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                err.println("emotion4j: the output was not written to its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
