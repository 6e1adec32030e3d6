package io.emotion4j.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.Ffmpeg;
import io.emotion4j.testing.JavaProgram;
import io.emotion4j.testing.TestClip;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory does not grow with the length of a video: a JVM of its own with 256 MB. A frame's pixels are a megabyte, so the frames
 * of the short form would not fit; {@code -Dvideo.frames=10000} makes it long.
 */
class LongVideoTest {

    private static final int FRAMES = Integer.getInteger("video.frames", 400);

    @TempDir
    Path temp;

    @Test
    void aLongVideoNeedsNoMoreMemoryThanAShortOne() throws Exception {
        Ffmpeg.assumed();
        // There and back again, so that the faces do not jump.
        Path folder = Files.createDirectory(temp.resolve("frames"));
        TestClip clip = new TestClip(10);
        clip.writeFolder(folder);
        for (int i = 0; i < 10; i++) {
            Files.copy(folder.resolve("000" + i + ".png"), folder.resolve("00" + (19 - i) + ".png"));
        }
        Path out = Files.createDirectory(temp.resolve("out"));
        Process process = JavaProgram.of(LongVideoMain.class, folder.toString(), "" + FRAMES, out.toString())
                .jvm(List.of(
                        "-Xmx256m",
                        "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir")))
                .process()
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("frames " + FRAMES + " broken 0");
        try (Stream<String> lines = Files.lines(out.resolve("lines.jsonl"))) {
            assertThat(lines.filter(line -> line.contains("\"type\":\"frame\"")))
                    .hasSize(FRAMES);
        }
        try (Stream<String> lines = Files.lines(out.resolve("lines.jsonl"))) {
            assertThat(lines.filter(line -> line.contains("\"type\":\"track\"")))
                    .hasSize(2);
        }
        assertThat(out.resolve("timeline.png")).isNotEmptyFile();
        assertThat(out.resolve("annotated.mp4")).isNotEmptyFile();
    }
}
