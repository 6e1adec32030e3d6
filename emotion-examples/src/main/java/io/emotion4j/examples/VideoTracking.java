package io.emotion4j.examples;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionTracker;
import io.emotion4j.TrackedFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Who is who over the frames of a video, here a folder of pictures, 25 for each second. */
public final class VideoTracking {

    private VideoTracking() {}

    /**
     * Prints each face of each frame, and each track when it has ended.
     *
     * @param args a folder
     * @throws IOException if a frame cannot be decoded
     */
    public static void main(String[] args) throws IOException {
        List<Path> frames;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            frames = files.sorted().toList();
        }
        EmotionTracker tracker = EmotionTracker.builder()
                .scoreHalfLife(Duration.ofMillis(300))
                .onFinished(track -> System.out.println(
                        "track " + track.id() + ": " + track.dominant().label() + " in " + track.frames() + " frames"))
                .build();
        try (var analyzer = EmotionAnalyzer.create()) {
            Duration time = Duration.ZERO;
            for (Path frame : frames) {
                for (TrackedFace face :
                        tracker.update(time, analyzer.analyze(frame).faces())) {
                    System.out.println(frame.getFileName() + " " + face);
                }
                time = time.plusMillis(40);
            }
        }
        tracker.finish();
    }
}
