package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.BoundingBox;
import io.emotion4j.RgbImage;
import io.emotion4j.testing.Ffmpeg;
import io.emotion4j.testing.TestClip;
import io.emotion4j.video.AnnotatedFrames;
import io.emotion4j.video.VideoFrame;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the shipped models on a clip of two moving faces. */
class VideoCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    @Test
    void twoMovingFacesAreTwoTracksWithoutASwitch() throws IOException {
        TestClip clip = new TestClip(40);
        Path folder = clip.writeFolder(temp.resolve("frames"));
        Run run = Run.of("video", folder, "--format", "jsonl");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        checkTracks(clip, lines(run));
    }

    /** The upper face is one track, the lower the other, from the third frame to the last. */
    private static void checkTracks(TestClip clip, List<JsonNode> lines) {
        List<JsonNode> frames = ofType(lines, "frame");
        assertThat(frames).hasSize(clip.frames());
        long happy = 0;
        for (int i = 0; i < frames.size(); i++) {
            JsonNode frame = frames.get(i);
            assertThat(frame.get("frame").asInt()).isEqualTo(i);
            assertThat(frame.get("seconds").asDouble()).isEqualTo(i / TestClip.FRAME_RATE);
            if (i < 2) {
                assertThat(frame.get("faces")).isEmpty();
                continue;
            }
            assertThat(frame.get("faces")).as("frame %d", i).hasSize(2);
            for (JsonNode face : frame.get("faces")) {
                boolean isHappy = face.at("/box/y").asDouble() < 150;
                happy = happy == 0 && isHappy ? face.get("track").asLong() : happy;
                BoundingBox expected = isHappy ? clip.happy(i) : clip.surprised(i);
                assertThat(box(face).iou(expected)).as("frame %d", i).isGreaterThan(0.75f);
            }
            for (JsonNode face : frame.get("faces")) {
                boolean isHappy = face.at("/box/y").asDouble() < 150;
                assertThat(face.get("track").asLong()).as("frame %d", i).isEqualTo(isHappy ? happy : 3 - happy);
            }
        }
        List<JsonNode> tracks = ofType(lines, "track");
        assertThat(tracks).hasSize(2);
        for (JsonNode track : tracks) {
            String emotion = track.get("track").asLong() == happy ? "happy" : "surprise";
            assertThat(track.get("emotion").asText()).isEqualTo(emotion);
            assertThat(track.get("shares").get(emotion).asDouble()).isGreaterThan(0.9);
            assertThat(track.get("frames").asInt()).isEqualTo(clip.frames());
            assertThat(track.get("first").asDouble()).isZero();
        }
    }

    @Test
    void brokenFrameIsCountedToldOfAtTheEndAndPassedOver() throws IOException {
        Path folder = new TestClip(12).writeFolder(temp.resolve("frames"));
        Files.writeString(folder.resolve("0005.png"), "no picture");
        Run run = Run.of("video", folder);
        assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
        assertThat(run.err())
                .startsWith("emotion4j: 1 broken frame was passed over; the first: frame 5:")
                .contains("0005.png")
                .hasLineCount(1);
        assertThat(run.out()).contains("11 frames, 1 broken").contains("#1").contains("#2");
    }

    @Test
    void tableTellsWhoShowedWhatWhen() throws IOException {
        Path folder = new TestClip(15).writeFolder(temp.resolve("frames"));
        Run run = Run.of("video", folder, "--frame-rate", 10);
        assertThat(run.out().lines().filter(line -> line.contains("happy")))
                .singleElement()
                .asString()
                .contains("0:00.0", "0:01.4", "15", "happy 100 %");
        assertThat(run.out()).contains("15 frames, 0 broken");
    }

    @Test
    void csvHasARowForEachFaceOfEachFrame() throws IOException {
        Path folder = new TestClip(8).writeFolder(temp.resolve("frames"));
        Run run = Run.of("video", folder, "--format", "csv", "--summary", "--min-hits", 1);
        List<String> rows = run.out().lines().toList();
        assertThat(rows.get(0))
                .startsWith("frame,seconds,track,x,y,face_width,face_height,confidence,emotion,score,")
                .contains("happy");
        assertThat(rows).hasSize(1 + 8 * 2);
        assertThat(rows.get(1)).startsWith("0,0,1,");
        assertThat(rows.get(16)).startsWith("7,0.28,");
        assertThat(run.err()).contains("expressions, by time", "happy 100 %");
    }

    @Test
    void framesCanBeSkippedAndLimited() throws IOException {
        Path folder = new TestClip(12).writeFolder(temp.resolve("frames"));
        assertThat(numbers(Run.of("video", folder, "--format", "jsonl", "--every", 5)))
                .containsExactly(0, 5, 10);
        assertThat(numbers(Run.of("video", folder, "--format", "jsonl", "--fps", 8)))
                .containsExactly(0, 3, 6, 9);
        assertThat(numbers(Run.of("video", folder, "--format", "jsonl", "--every", 2, "--max-frames", 3)))
                .containsExactly(0, 2, 4);
    }

    @Test
    void annotatedFramesAndTimelineAreDrawn() throws IOException {
        TestClip clip = new TestClip(20);
        Path folder = clip.writeFolder(temp.resolve("frames"));
        Path out = temp.resolve("annotated");
        Path timeline = temp.resolve("new/timeline.png");
        Run run = Run.of("video", folder, "--annotate", out, "--timeline", timeline);
        assertThat(run.code()).as(run.err()).isZero();
        try (Stream<Path> drawn = Files.list(out)) {
            assertThat(drawn).hasSize(20).contains(out.resolve("frame-000019.jpg"));
        }
        // The box's edge is drawn in the colour of happiness, a yellow; the clip itself is gray.
        RgbImage frame = RgbImage.decode(out.resolve("frame-000019.jpg"));
        assertThat(yellow(frame)).isGreaterThan(500);
        assertThat(yellow(RgbImage.decode(folder.resolve("0019.png")))).isZero();
        RgbImage plot = RgbImage.decode(timeline);
        assertThat(yellow(plot)).isGreaterThan(20_000);
    }

    private static long yellow(RgbImage image) {
        long count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int rgb = image.rgb(x, y);
                count += (rgb >> 16) > 180 && (rgb >> 8 & 255) > 170 && (rgb & 255) < 120 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void videoFileGivesTheSameTracksAndAnAnnotatedVideo() throws IOException {
        Ffmpeg.assumed();
        TestClip clip = new TestClip(30);
        Path video = video(clip);
        Path annotated = temp.resolve("annotated.mp4");
        Run run = Run.of("video", video, "--format", "jsonl", "--annotate", annotated);
        assertThat(run.err()).isEmpty();
        checkTracks(clip, lines(run));
        // The annotated video is a video again, as long, and its faces are still found.
        Run again = Run.of("video", annotated, "--format", "jsonl");
        assertThat(again.err()).isEmpty();
        assertThat(ofType(lines(again), "frame")).hasSize(30);
        assertThat(ofType(lines(again), "track")).hasSize(2);
    }

    @Test
    void videoThatIsCutOffIsReadToWhereItEnds() throws IOException {
        Ffmpeg.assumed();
        Path video = video(new TestClip(50));
        cut(video, Files.size(video) * 6 / 10);
        Run run = Run.of("video", video, "--format", "jsonl");
        assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
        assertThat(run.err()).contains("broken frames were passed over").hasLineCount(1);
        int broken = Integer.parseInt(run.err().split(" ")[1]);
        assertThat(ofType(lines(run), "frame")).hasSize(50 - broken).hasSizeBetween(15, 45);
        assertThat(ofType(lines(run), "track")).hasSize(2);
    }

    @Test
    void videoWithoutItsHeadIsRefusedInALine() throws IOException {
        Ffmpeg.assumed();
        Path video = video(new TestClip(3));
        cut(video, 200);
        Run run = Run.of("video", video);
        assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
        assertThat(run.err())
                .contains("clip.mp4", "cannot open this as a video")
                .doesNotContain("setFormat", "FFmpegLogCallback", "()")
                .hasLineCount(1);
    }

    private static void cut(Path file, long bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(bytes);
        }
    }

    @Test
    void whatIsNoVideoIsToldInALine() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        for (Object input : List.of(temp.resolve("nothing.mp4"), empty)) {
            Run run = Run.of("video", input);
            assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
            assertThat(run.err())
                    .startsWith("emotion4j: ")
                    .contains(input.toString())
                    .hasLineCount(1);
        }
    }

    @Test
    void optionsOutOfRangeAreWrongUsage() {
        for (List<Object> words : List.<List<Object>>of(
                List.of("--every", 0),
                List.of("--every", 2, "--fps", 5),
                List.of("--fps", -1),
                List.of("--half-life", -5),
                List.of("--min-hits", 0),
                List.of("--max-frames", 0),
                List.of("--frame-rate", 0),
                List.of("--min-confidence", 7))) {
            List<Object> all = new ArrayList<>(List.of("video", TestClip.SAMPLE.getParent()));
            all.addAll(words);
            Run run = Run.of(all.toArray());
            assertThat(run.code()).as("%s: %s", words, run.err()).isEqualTo(ExitCode.USAGE);
        }
        assertThat(Run.of("video").code()).isEqualTo(ExitCode.USAGE);
    }

    private static List<Integer> numbers(Run run) throws IOException {
        return ofType(lines(run), "frame").stream()
                .map(frame -> frame.get("frame").asInt())
                .toList();
    }

    private static List<JsonNode> lines(Run run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<JsonNode> ofType(List<JsonNode> lines, String type) {
        return lines.stream()
                .filter(line -> line.get("type").asText().equals(type))
                .toList();
    }

    private static BoundingBox box(JsonNode face) {
        JsonNode box = face.get("box");
        return new BoundingBox(
                box.get("x").floatValue(),
                box.get("y").floatValue(),
                box.get("width").floatValue(),
                box.get("height").floatValue());
    }

    /** The clip as an MP4 file; needs FFmpeg. */
    private Path video(TestClip clip) throws IOException {
        Path file = temp.resolve("clip.mp4");
        try (AnnotatedFrames video = AnnotatedFrames.to(file, TestClip.FRAME_RATE)) {
            for (int i = 0; i < clip.frames(); i++) {
                Duration time = Duration.ofNanos(Math.round(i * 1e9 / TestClip.FRAME_RATE));
                video.frame(new VideoFrame(i, time, RgbImage.from(clip.frame(i))), List.of());
            }
        }
        return file;
    }
}
