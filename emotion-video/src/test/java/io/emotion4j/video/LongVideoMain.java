package io.emotion4j.video;

import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionTracker;
import io.emotion4j.output.Setup;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A long video, to be run with little memory: the pictures of a folder again and again, with all the output there is. */
public final class LongVideoMain {

    private LongVideoMain() {}

    /** The folder, the number of frames, and a folder for output. */
    public static void main(String[] args) throws Exception {
        List<Path> pictures;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            pictures = files.sorted().toList();
        }
        List<Path> frames = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            frames.add(pictures.get(i % pictures.size()));
        }
        Path out = Path.of(args[2]);
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create();
                Writer lines = Files.newBufferedWriter(out.resolve("lines.jsonl"));
                TrackListener json = new JsonLines(lines);
                TrackListener timeline = new Timeline(
                        out.resolve("timeline.png"), Setup.of(analyzer).labels());
                AnnotatedFrames annotated = AnnotatedFrames.to(out.resolve("annotated.mp4"), 25);
                FrameSource source = new FolderFrames(frames, 25, DecodeLimits.DEFAULT)) {
            VideoWork work = new VideoWork(
                    source, analyzer::analyze, EmotionTracker.builder(), List.of(json, timeline, annotated));
            VideoWork.Outcome outcome = work.run(number -> true, Long.MAX_VALUE, 2);
            System.out.println("frames " + outcome.frames() + " broken " + outcome.broken());
        }
    }
}
