package io.emotion4j.server.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * What came of many calls by several threads, each of which calls again as soon as it has its answer.
 *
 * @param seconds how long it took
 * @param outcomes how often each status came; or the name of a failure
 * @param sortedNanos how long each call took, shortest first
 * @since 0.1.0
 */
public record Load(double seconds, Map<String, Integer> outcomes, long[] sortedNanos) {

    /**
     * Runs until the time is over; calls that have begun are waited for.
     *
     * @param threads how many
     * @param time how long
     * @param call returns what counts as its outcome, such as a status
     * @return what came of it
     * @throws InterruptedException if this thread is interrupted
     */
    public static Load run(int threads, Duration time, Callable<String> call) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Future<List<Timed>>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> calls(start + time.toNanos(), call)));
            }
            List<Timed> all = new ArrayList<>();
            for (Future<List<Timed>> one : running) {
                all.addAll(one.get());
            }
            return of((System.nanoTime() - start) / 1e9, all);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** {@return calls a second} */
    public double throughput() {
        return sortedNanos.length / seconds;
    }

    /**
     * A quantile of the calls' times.
     *
     * @param share such as 0.99
     * @return milliseconds; 0 where there was no call
     */
    public double millis(double share) {
        if (sortedNanos.length == 0) {
            return 0;
        }
        int at = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos[Math.max(0, at)] / 1e6;
    }

    /** {@return one line with all of it} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d in %.1f s: %.1f a second, median %.1f ms, p99 %.1f ms (%.2f times the median), longest %.1f ms; %s",
                sortedNanos.length,
                seconds,
                throughput(),
                millis(0.5),
                millis(0.99),
                millis(0.99) / Math.max(1e-9, millis(0.5)),
                millis(1),
                outcomes.entrySet().stream()
                        .map(outcome -> outcome.getKey() + ": " + outcome.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private record Timed(String outcome, long nanos) {}

    private static List<Timed> calls(long end, Callable<String> call) throws InterruptedException {
        List<Timed> calls = new ArrayList<>();
        do {
            long begin = System.nanoTime();
            String outcome;
            try {
                outcome = call.call();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                outcome = e.toString();
            }
            calls.add(new Timed(outcome, System.nanoTime() - begin));
        } while (System.nanoTime() < end);
        return calls;
    }

    private static Load of(double seconds, List<Timed> calls) {
        Map<String, Integer> outcomes = new TreeMap<>();
        calls.forEach(call -> outcomes.merge(call.outcome(), 1, Integer::sum));
        long[] nanos = calls.stream().mapToLong(Timed::nanos).toArray();
        Arrays.sort(nanos);
        return new Load(seconds, outcomes, nanos);
    }
}
