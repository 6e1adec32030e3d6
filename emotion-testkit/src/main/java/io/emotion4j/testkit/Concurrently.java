package io.emotion4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same on eight threads at once. */
final class Concurrently {

    private static final int THREADS = 8;
    private static final int ROUNDS = 5;

    private Concurrently() {}

    /** {@return what every call gave} */
    static <T> List<T> onEightThreads(Callable<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<T>>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    List<T> mine = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        mine.add(call.call());
                    }
                    return mine;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> one : running) {
                all.addAll(one.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
