package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionTracker;
import io.emotion4j.EmotionTrackerBuilder;
import io.emotion4j.TrackedFace;
import io.emotion4j.video.AnnotatedFrames;
import io.emotion4j.video.FolderFrames;
import io.emotion4j.video.FrameSource;
import io.emotion4j.video.FrameSources;
import io.emotion4j.video.JsonLines;
import io.emotion4j.video.NoVideoException;
import io.emotion4j.video.SummaryTable;
import io.emotion4j.video.Timeline;
import io.emotion4j.video.TrackCsv;
import io.emotion4j.video.TrackListener;
import io.emotion4j.video.VideoFrame;
import io.emotion4j.video.VideoWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j video}: the faces of a video, each followed over its frames. */
@Command(
        name = "video",
        description = "Follows the faces of a video and says which facial expression each shows when.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every frame was analyzed, with or without faces in it",
            "1:frames were broken and passed over, or the video cannot be opened",
            "2:the command line is wrong",
            "3:no engine, no model or no FFmpeg that works here",
            "4:a fault of this program",
            "130, 141:ended by Ctrl-C, or by whoever read the output"
        })
final class VideoCommand implements Callable<Integer> {

    enum Format {
        TABLE,
        JSONL,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|FOLDER|URL|camera",
            description =
                    "a video; a folder, whose pictures are frames in the order of their names; a stream; or a camera: "
                            + "camera, camera:1")
    private String input = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}: a line a track, or lines for each frame; default: ${DEFAULT-VALUE}",
            defaultValue = "table")
    private Format format = Format.TABLE;

    @Option(names = "--summary", description = "with jsonl and csv: the table, too, on standard error")
    private boolean summary;

    @Option(names = "--timeline", paramLabel = "OUT.png", description = "also draw who showed which expression when")
    private @Nullable Path timeline;

    @Option(
            names = "--annotate",
            paramLabel = "OUT",
            description =
                    "also draw boxes and labels over the frames that were looked at: OUT.mp4, or a folder of pictures")
    private @Nullable Path annotate;

    @Option(names = "--every", paramLabel = "N", description = "look at every N-th frame only")
    private int every = 1;

    @Option(names = "--fps", paramLabel = "N", description = "look at about N frames a second only")
    private @Nullable Double fps;

    @Option(names = "--frame-rate", paramLabel = "N", description = "frames a second of a folder; default: 25")
    private double frameRate = 25;

    @Option(names = "--max-frames", paramLabel = "N", description = "look at N frames at most")
    private long maxFrames = Long.MAX_VALUE;

    @Option(
            names = "--half-life",
            paramLabel = "MILLIS",
            description = "smoothing of the scores: after this time an old score counts half; default: 300; 0: none")
    private long halfLife = 300;

    @Option(
            names = "--min-hits",
            paramLabel = "N",
            description = "frames in a row in which a face must be found before it counts; default: 3")
    private int minHits = 3;

    @Option(
            names = "--max-gap",
            paramLabel = "MILLIS",
            description = "how long a face may be out of sight and still be the same; default: 1000")
    private long maxGap = 1000;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "frames that are analyzed at once; default: one a processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private AnalyzerOptions options = new AnalyzerOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        require(threads >= 1, "--threads takes 1 or more, found " + threads);
        require(every >= 1, "--every takes 1 or more, found " + every);
        require(fps == null || every == 1, "--every and --fps exclude each other");
        require(fps == null || fps > 0, "--fps takes more than 0, found " + fps);
        require(frameRate > 0 && frameRate <= 1000, "--frame-rate takes up to 1000, found " + frameRate);
        require(maxFrames >= 1, "--max-frames takes 1 or more, found " + maxFrames);
        EmotionTrackerBuilder tracker = checked(() -> EmotionTracker.builder()
                .minHits(minHits)
                .maxGap(Duration.ofMillis(maxGap))
                .scoreHalfLife(Duration.ofMillis(halfLife)));
        try (FrameSource source = source();
                EmotionAnalyzer analyzer =
                        checked(() -> options.builder().maxConcurrency(threads).build())) {
            return run(source, analyzer, tracker);
        } catch (OutputClosedException e) {
            throw e;
        } catch (NoVideoException e) {
            err.println("emotion4j: " + e.getMessage());
            return ExitCode.NOT_READY;
        } catch (IOException e) {
            err.println("emotion4j: " + e.getMessage());
            return ExitCode.PICTURES_FAILED;
        }
    }

    private int run(FrameSource source, EmotionAnalyzer analyzer, EmotionTrackerBuilder tracker) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        long step = fps == null ? every : Math.max(1, Math.round(source.frameRate() / fps));
        long expected = Math.min(maxFrames, source.length() / step);
        List<TrackListener> listeners = new ArrayList<>();
        VideoWork.Outcome outcome;
        try (Progress progress =
                Progress.of((int) Math.min(Integer.MAX_VALUE, expected), Terminal.ofThisProcess(), err)) {
            VideoWork work = new VideoWork(source, analyzer::analyze, tracker, listeners);
            // A camera never ends: Ctrl-C ends it, and what was begun is written to its end.
            outcome = Ending.orderly(work::stop, err, () -> {
                try {
                    listen(listeners, source.frameRate() / step, analyzer, progress);
                    return work.run(number -> number % step == 0, maxFrames, threads);
                } finally {
                    for (TrackListener listener : listeners) {
                        listener.close();
                    }
                }
            });
        }
        if (outcome.broken() > 0) {
            err.printf(
                    "emotion4j: %d broken frame%s passed over; the first: %s%n",
                    outcome.broken(), outcome.broken() == 1 ? " was" : "s were", outcome.firstProblem());
        }
        if (format == Format.TABLE) {
            spec.commandLine().getOut().printf("%d frames, %d broken%n", outcome.frames(), outcome.broken());
        }
        return outcome.broken() == 0 ? ExitCode.OK : ExitCode.PICTURES_FAILED;
    }

    private FrameSource source() throws Exception {
        Path path = input.contains("://") ? null : checked(() -> FileName.path(input));
        if (path == null || !Files.isDirectory(path)) {
            return FrameSources.open(input);
        }
        PictureSearch search = PictureSearch.of(List.of(path), false);
        if (!search.problems().isEmpty()) {
            throw new IOException(search.problems().get(0));
        }
        List<Path> pictures =
                search.pictures().stream().map(PictureSearch.Picture::file).toList();
        return new FolderFrames(pictures, frameRate, options.limits());
    }

    private void listen(List<TrackListener> listeners, double rate, EmotionAnalyzer analyzer, Progress progress)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> listeners.add(new SummaryTable(out));
            case JSONL -> listeners.add(new JsonLines(out));
            case CSV -> listeners.add(new TrackCsv(out, analyzer.classifier().labels()));
        }
        if (summary && format != Format.TABLE) {
            listeners.add(new SummaryTable(spec.commandLine().getErr()));
        }
        if (timeline != null) {
            listeners.add(new Timeline(timeline, analyzer.classifier().labels()));
        }
        if (annotate != null) {
            listeners.add(AnnotatedFrames.to(annotate, rate));
        }
        listeners.add(new TrackListener() {
            @Override
            public void frame(VideoFrame frame, List<TrackedFace> faces) throws IOException {
                progress.step();
                if (out.checkError()) {
                    throw new OutputClosedException();
                }
            }
        });
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private <T> T checked(Callable<T> setting) throws Exception {
        try {
            return setting.call();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
