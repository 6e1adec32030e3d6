package io.emotion4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FerCsvTest {

    private static final String VOTES_HEADER =
            "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";

    @TempDir
    Path folder;

    @Test
    void readsTheFacesOfOnePart() throws IOException {
        Path csv = csv("emotion,pixels,Usage\n0," + pixels(7) + ",Training\n3," + pixels(255) + ",PublicTest\n");

        List<LabelledFace> faces = FerCsv.read(csv, null, "PublicTest");

        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).label()).isEqualTo(3);
        assertThat(faces.get(0).pixels()).hasSize(48 * 48).containsOnly((byte) 255);
        assertThat(faces.get(0).origin().source()).isEqualTo(csv + ":3");
        assertThat(FerCsv.read(csv, null, null)).hasSize(2);
    }

    @Test
    void columnsMayComeInAnyOrderAndCase() throws IOException {
        Path csv = csv("Emotion, Usage, pixels\n6,Training,\"" + pixels(9) + "\"\n");

        assertThat(FerCsv.read(csv, null, "Training").get(0).label()).isEqualTo(6);
    }

    @Test
    void aRowIsADuplicateWhenAnyEarlierRowHasItsPixels() throws IOException {
        Path csv = csv("emotion,pixels,Usage\n0," + pixels(7) + ",Training\n3," + pixels(7) + ",PublicTest\n2,"
                + pixels(8) + ",PublicTest\n");

        assertThat(FerCsv.read(csv, null, "PublicTest"))
                .extracting(face -> face.origin().duplicate())
                .containsExactly(true, false);
        assertThat(FerCsv.read(csv, null, "Training"))
                .extracting(face -> face.origin().duplicate())
                .containsExactly(false);
    }

    @Test
    void votesAndGroupsGoLineByLine() throws IOException {
        Path csv = csv("emotion,pixels,Usage,group\n0," + pixels(7) + ",Training,a\n3," + pixels(1) + ",Training,b\n");
        Path votes = file(
                "votes.csv", VOTES_HEADER + "Training,x.png,1,2,3,4,0,0,0,0,0,0\nTraining,,0,0,0,0,0,0,0,0,0,10\n");

        List<LabelledFace> faces = FerCsv.read(csv, votes, "Training");

        assertThat(faces.get(0).votes()).containsExactly(1, 2, 3, 4, 0, 0, 0, 0, 0, 0);
        assertThat(faces).extracting(face -> face.origin().group()).containsExactly("a", "b");
    }

    @Test
    void namesFileLineAndTheWrongPixel() {
        assertRejected(
                "emotion,pixels,Usage\n0," + pixels(7) + ",Training\n3,1 2 x,Training\n",
                "fer2013.csv:3: a pixel",
                "'x'");
        assertRejected("emotion,pixels,Usage\n0,1 256,Training\n", "fer2013.csv:2: a pixel must be 0..255, found 256");
        assertRejected(
                "emotion,pixels,Usage\n0,1 2,Training\n", "fer2013.csv:2: expected 2304 pixels (48x48), found 2");
    }

    @Test
    void namesTheWrongLabelAndTheMissingColumn() {
        assertRejected(
                "emotion,pixels,Usage\n7," + pixels(7) + ",Training\n", "fer2013.csv:2: emotion must be 0..6, found 7");
        assertRejected("label,pixels\n", "fer2013.csv:1: expected a column 'emotion', found [label, pixels]");
        assertRejected("", "fer2013.csv:1: expected a header");
    }

    @Test
    void votesThatEndEarlyOrGoWithOtherLinesAreRejected() throws IOException {
        Path csv = csv("emotion,pixels,Usage\n0," + pixels(7) + ",Training\n");

        assertThatThrownBy(() -> FerCsv.read(csv, file("v.csv", VOTES_HEADER), "Training"))
                .hasMessageContaining("v.csv:2: ends here, but the pictures go on at " + csv + ":2");
        assertThatThrownBy(() -> FerCsv.read(
                        csv, file("w.csv", VOTES_HEADER + "PublicTest,x,0,0,0,0,0,0,0,0,0,0\n"), "Training"))
                .hasMessageContaining("w.csv:2: Usage is 'PublicTest', but 'Training' at " + csv + ":2");
    }

    private void assertRejected(String content, String... message) {
        assertThatThrownBy(() -> FerCsv.read(csv(content), null, "Training"))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(message);
    }

    private Path csv(String content) throws IOException {
        return file("fer2013.csv", content);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String pixels(int value) {
        return String.join(" ", Collections.nCopies(48 * 48, Integer.toString(value)));
    }
}
