package io.emotion4j.video;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionTracker;
import io.emotion4j.EmotionTrackerBuilder;
import io.emotion4j.RgbImage;
import io.emotion4j.TrackSummary;
import io.emotion4j.TrackedFace;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Frames to faces to tracks to listeners. A few frames are analyzed at once, and at most so many are held, however long the
 * video is; the tracker and the listeners get them in their order.
 *
 * @since 0.1.0
 */
public final class VideoWork {

    /**
     * What became of the frames.
     *
     * @param frames that were looked at
     * @param broken that were passed over
     * @param firstProblem of a broken frame; null where there is none
     */
    public record Outcome(
            long frames, long broken, @Nullable String firstProblem) {}

    private record Pending(VideoFrame frame, Future<Analysis> analysis) {}

    private final FrameSource source;
    private final Function<RgbImage, Analysis> analyze;
    private final EmotionTracker tracker;
    private final List<TrackListener> listeners;
    private final List<TrackSummary> ended = new ArrayList<>();
    private final Deque<Pending> ahead = new ArrayDeque<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long frames;
    private long broken;
    private @Nullable String firstProblem;

    /**
     * Prepares.
     *
     * @param source of the frames; the caller closes
     * @param analyze thread-safe
     * @param settings of the tracker; its listener is set here
     * @param listeners the caller fills the list before the work begins, and closes them
     */
    public VideoWork(
            FrameSource source,
            Function<RgbImage, Analysis> analyze,
            EmotionTrackerBuilder settings,
            List<TrackListener> listeners) {
        this.source = source;
        this.analyze = analyze;
        this.tracker = settings.onFinished(ended::add).build();
        this.listeners = listeners;
    }

    /** Ends the work after the frames that are held; may be called on any thread. */
    public void stop() {
        stopped.set(true);
    }

    /**
     * Works to the end of the video.
     *
     * @param wanted by number, which frames are looked at
     * @param maxFrames at most so many are
     * @param threads that analyze
     * @return what became of the frames
     * @throws IOException if the source fails as a whole, or a listener does
     * @throws InterruptedException if this thread is interrupted
     */
    public Outcome run(LongPredicate wanted, long maxFrames, int threads) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            long taken = 0;
            while (taken < maxFrames && !stopped.get()) {
                VideoFrame frame;
                try {
                    frame = source.next(wanted);
                } catch (BrokenFrameException e) {
                    broken += e.frames();
                    firstProblem = firstProblem == null ? e.getMessage() : firstProblem;
                    continue;
                }
                if (frame == null) {
                    break;
                }
                taken++;
                ahead.add(new Pending(frame, workers.submit(() -> analyze.apply(frame.picture()))));
                if (ahead.size() > threads) {
                    handOn(ahead.remove());
                }
            }
            while (!ahead.isEmpty()) {
                handOn(ahead.remove());
            }
            tracker.finish();
            tellEnded();
            return new Outcome(frames, broken, firstProblem);
        } finally {
            workers.shutdownNow();
        }
    }

    private void handOn(Pending pending) throws IOException, InterruptedException {
        Analysis analysis = result(pending.analysis());
        frames++;
        List<TrackedFace> faces = tracker.update(pending.frame().time(), analysis.faces());
        tellEnded();
        for (TrackListener listener : listeners) {
            listener.frame(pending.frame(), faces);
        }
    }

    private void tellEnded() throws IOException {
        for (TrackSummary track : ended) {
            for (TrackListener listener : listeners) {
                listener.ended(track);
            }
        }
        ended.clear();
    }

    private static Analysis result(Future<Analysis> analysis) throws InterruptedException {
        try {
            return analysis.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }
}
