package io.emotion4j.video;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionTracker;
import io.emotion4j.EmotionTrackerBuilder;
import io.emotion4j.RgbImage;
import io.emotion4j.TrackSummary;
import io.emotion4j.TrackedFace;
import io.emotion4j.internal.parallel.OrderedWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    private record Seen(VideoFrame frame, Analysis analysis) {}

    private final FrameSource source;
    private final Function<RgbImage, Analysis> analyze;
    private final EmotionTracker tracker;
    private final List<TrackListener> listeners;
    private final List<TrackSummary> ended = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long taken;
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
     * @throws IOException if the source fails as a whole, or a listener does, or this thread is interrupted
     */
    public Outcome run(LongPredicate wanted, long maxFrames, int threads) throws IOException {
        try (OrderedWork<VideoFrame, Seen> work = new OrderedWork<>(
                () -> next(wanted, maxFrames),
                threads,
                threads + 1,
                frame -> new Seen(frame, analyze.apply(frame.picture())))) {
            while (work.hasNext()) {
                handOn(work.next());
            }
        }
        tracker.finish();
        tellEnded();
        return new Outcome(frames, broken, firstProblem);
    }

    /** {@return the next frame that is whole, or null where none is to come} */
    private @Nullable VideoFrame next(LongPredicate wanted, long maxFrames) throws IOException {
        while (taken < maxFrames && !stopped.get()) {
            try {
                VideoFrame frame = source.next(wanted);
                taken++;
                return frame;
            } catch (BrokenFrameException e) {
                broken += e.frames();
                firstProblem = firstProblem == null ? e.getMessage() : firstProblem;
            }
        }
        return null;
    }

    private void handOn(Seen seen) throws IOException {
        frames++;
        List<TrackedFace> faces =
                tracker.update(seen.frame().time(), seen.analysis().faces());
        tellEnded();
        for (TrackListener listener : listeners) {
            listener.frame(seen.frame(), faces);
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
}
