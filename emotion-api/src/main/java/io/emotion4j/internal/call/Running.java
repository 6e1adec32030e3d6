package io.emotion4j.internal.call;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is in the midst of, such as a run of a network, and how to stop it when its analysis is to end meanwhile: by its
 * deadline, by an interrupt of its thread, or because its future was cancelled. Of a channel it has only what the JDK offers there: an
 * interrupt closes it at once, without a thread that watches.
 */
public final class Running extends AbstractInterruptibleChannel {

    private final Runnable stop;
    private final Call call;
    private @Nullable Future<?> alarm;
    private boolean over;

    /** The stopping of {@code stop} is another thread's; it happens at most once, and never after {@link #end}. */
    Running(Call call, Runnable stop) {
        this.call = call;
        this.stop = stop;
    }

    void start() {
        begin();
        call.runs(this);
        long left = call.nanosLeft();
        if (left != Long.MAX_VALUE) {
            alarm = Alarms.after(left, this::stop);
        }
    }

    /** It is done, stopped or not; once this returns nothing is stopped any more. */
    public void end() {
        call.runs(null);
        synchronized (this) {
            over = true;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        try {
            end(true);
        } catch (AsynchronousCloseException e) {
            // The thread is interrupted and stays so: the next check of its analysis says so.
            assert Thread.currentThread().isInterrupted();
        }
    }

    synchronized void stop() {
        if (!over) {
            over = true;
            stop.run();
        }
    }

    @Override
    protected void implCloseChannel() throws IOException {
        stop();
    }
}
