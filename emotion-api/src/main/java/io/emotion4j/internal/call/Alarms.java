package io.emotion4j.internal.call;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later, on one thread, which ends when there is nothing to come: it would keep the class loader. */
final class Alarms {

    private static final ScheduledThreadPoolExecutor THREAD = thread();

    private Alarms() {}

    private static ScheduledThreadPoolExecutor thread() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "emotion4j-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    static Future<?> after(long nanos, Runnable task) {
        return THREAD.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }
}
