package io.emotion4j.opencv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Classifiers of one cascade, each used by one thread at a time, as many as there are processors; further threads wait. Closing waits
 * for those at work. Thread-safe.
 */
final class ClassifierPool implements AutoCloseable {

    private final CascadeFile file;
    private final Deque<CascadeClassifier> idle = new ArrayDeque<>();
    private final int most = Runtime.getRuntime().availableProcessors();
    private int atWork;
    private boolean closed;

    private ClassifierPool(CascadeFile file) {
        this.file = file;
    }

    /** The first is made at once, so that a file that is no cascade is told. */
    static ClassifierPool open(CascadeFile file) {
        ClassifierPool pool = new ClassifierPool(file);
        pool.idle.add(file.open());
        return pool;
    }

    <T> T use(Function<CascadeClassifier, T> work) {
        CascadeClassifier classifier = take();
        try {
            return work.apply(classifier);
        } finally {
            give(classifier);
        }
    }

    private CascadeClassifier take() {
        synchronized (this) {
            awaitWhile(() -> !closed && idle.isEmpty() && atWork == most);
            if (closed) {
                throw new IllegalStateException(
                        "Model '" + file.model().descriptor().id() + "' on engine '" + HaarDetector.ENGINE
                                + "' is closed; keep it open while it is used");
            }
            atWork++;
            CascadeClassifier classifier = idle.poll();
            if (classifier != null) {
                return classifier;
            }
        }
        try {
            return file.open();
        } catch (RuntimeException | Error e) {
            leave();
            throw e;
        }
    }

    private synchronized void give(CascadeClassifier classifier) {
        idle.add(classifier);
        leave();
    }

    private synchronized void leave() {
        atWork--;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        awaitWhile(() -> atWork > 0);
        idle.forEach(CascadeClassifier::close);
        idle.clear();
    }

    /** A thread that is interrupted waits on, as it would for a lock, and stays interrupted. */
    private synchronized void awaitWhile(BooleanSupplier busy) {
        boolean interrupted = false;
        while (busy.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
