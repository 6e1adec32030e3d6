package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceEmotion;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutFacesCommandTest {

    @TempDir
    private Path folder;

    @Test
    void everyFaceIsWrittenAsTheClassifierSeesIt() throws IOException {
        Path out = folder.resolve("faces");

        Run run = Run.of("cut-faces", SamplePictureTest.SAMPLE, "--out", out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("7 faces of 1 pictures: " + out);
        List<String> whole = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            RgbImage sample = RgbImage.decode(SamplePictureTest.SAMPLE);
            for (FaceEmotion face : analyzer.analyze(sample)) {
                whole.add(face.emotion().label());
                RgbImage crop = RgbImage.decode(out.resolve("seven-expressions.png-" + whole.size() + ".png"));
                assertThat(crop.toRgbBytes())
                        .isEqualTo(analyzer.debugCrop(sample, face.face()).toRgbBytes());
                cut.add(analyzer.classifyCrop(crop).top().label());
            }
        }
        assertThat(cut).hasSize(7).isEqualTo(whole);
    }

    @Test
    void brokenPictureIsNamedAndTheOthersAreCut() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures").resolve("below"));
        Files.writeString(pictures.resolve("broken.jpg"), "no picture");
        Files.copy(SamplePictureTest.SAMPLE, pictures.resolve("whole.png"));
        Path out = folder.resolve("faces");

        Run run = Run.of("cut-faces", folder.resolve("pictures"), "--recursive", "--out", out);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(pictures.resolve("broken.jpg").toString(), "1 of 2 pictures could not be cut");
        assertThat(out.resolve("below").resolve("whole.png-7.png")).exists();
    }

    @Test
    void secondRunDoesNotCutTheFirstOnesFaces() throws IOException {
        Files.copy(SamplePictureTest.SAMPLE, folder.resolve("sample.png"));
        Path out = folder.resolve("faces");

        for (int run = 1; run <= 2; run++) {
            assertThat(Run.of("cut-faces", folder, "--recursive", "--out", out).out())
                    .contains("7 faces of 1 pictures");
        }
    }

    @Test
    void folderWithoutPicturesIsNamed() {
        Run run = Run.of("cut-faces", folder, "--out", folder.resolve("faces"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("0 faces of 0 pictures");
        assertThat(run.err()).contains(folder + ": no picture in this folder", "not everything could be searched");
    }

    @Test
    void picturesOfTheSameNameAreRefused() throws IOException {
        Path copy = Files.copy(SamplePictureTest.SAMPLE, folder.resolve("seven-expressions.png"));

        Run run = Run.of("cut-faces", SamplePictureTest.SAMPLE, copy, "--out", folder.resolve("faces"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(copy.toString(), "would have the same names");
    }

    @Test
    void folderToWriteToMustBeNamed() throws IOException {
        assertThat(Run.of("cut-faces", SamplePictureTest.SAMPLE).err()).contains("--out=FOLDER");
        Path file = Files.writeString(folder.resolve("file"), "");

        Run run = Run.of("cut-faces", SamplePictureTest.SAMPLE, "--out", file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(file + " is a file; name a folder");
    }
}
