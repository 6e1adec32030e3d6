package io.emotion4j;

import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.call.Call.Work;
import io.emotion4j.internal.call.InFlight;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of an analyzer run: so many at a time, each within its deadline, analyses under the eyes of a listener. Thread-safe.
 *
 * @param inFlight lets a bounded number of calls in
 * @param pending a permit for each asynchronous analysis that may be begun and not done
 * @param deadline how long a call may take; null: as long as it takes
 * @param listener receives the start and the outcome of each analysis
 */
record AnalyzerCalls(
        InFlight inFlight, Semaphore pending, @Nullable Duration deadline, AnalysisListener listener) {

    AnalyzerCalls withDeadline(Duration other) {
        return new AnalyzerCalls(inFlight, pending, other, listener);
    }

    /** An analyzer that is in use, the owner, is not one that was forgotten: see {@link NeverClosed}. */
    <T, X extends Exception> T run(EmotionAnalyzer owner, Work<T, X> work) throws X {
        return run(owner, new Call(deadline, () -> false), work);
    }

    private <T, X extends Exception> T run(EmotionAnalyzer owner, Call call, Work<T, X> work) throws X {
        try {
            return inFlight.run(call, work);
        } finally {
            Reference.reachabilityFence(owner);
        }
    }

    <X extends Exception> Analysis analyze(EmotionAnalyzer owner, Work<Analysis, X> work) throws X {
        return analyze(owner, new Call(deadline, () -> false), work);
    }

    private <X extends Exception> Analysis analyze(EmotionAnalyzer owner, Call call, Work<Analysis, X> work) throws X {
        long start = System.nanoTime();
        listener.started();
        Analysis analysis;
        try {
            analysis = run(owner, call, work);
        } catch (Throwable e) {
            listener.failed(e, Duration.ofNanos(System.nanoTime() - start));
            throw e;
        }
        listener.succeeded(analysis, Duration.ofNanos(System.nanoTime() - start));
        return analysis;
    }

    CompletableFuture<Analysis> analyzeAsync(
            EmotionAnalyzer owner, Work<Analysis, ImageDecodeException> work, Executor executor) {
        CompletableFuture<Analysis> future = new CompletableFuture<>();
        if (!pending.tryAcquire()) {
            future.completeExceptionally(
                    new AnalysisAbortedException(
                            AnalysisAbortedException.Reason.TOO_MANY_PENDING,
                            "An analysis was not begun: as many as the analyzer's maxPending allows are not done yet; wait for some of them"));
            return future;
        }
        Call call = new Call(deadline, future::isDone);
        CompletableFuture<Analysis> unused = future.whenComplete((analysis, failure) -> call.stop());
        try {
            executor.execute(() -> complete(future, owner, call, work));
        } catch (RejectedExecutionException e) {
            pending.release();
            throw e;
        }
        return future;
    }

    private void complete(
            CompletableFuture<Analysis> future,
            EmotionAnalyzer owner,
            Call call,
            Work<Analysis, ImageDecodeException> work) {
        Analysis analysis = null;
        Throwable failure = null;
        try {
            analysis = analyze(owner, call, work);
        } catch (Exception | Error e) {
            failure = e;
        }
        // Before the result goes out: who has it may ask again at once.
        pending.release();
        if (failure == null) {
            future.complete(analysis);
        } else {
            future.completeExceptionally(failure);
        }
    }
}
