package io.emotion4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionIndexTest {

    @TempDir
    Path folder;

    @BeforeEach
    void pictures() throws IOException {
        for (String name : List.of("val/a.jpg", "train/b.jpg")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void readsBoxesAndWidersMarkForInvalidOnes() throws IOException {
        index("""
                {"file": "val/a.jpg", "width": 9, "boxes": [[1.5, 2, 30, 40], [1, 2, 3, 4, 0, 0, 0, 1, 0, 0]]}
                {"file": "train/b.jpg"}
                """);

        List<AnnotatedPicture> pictures = DetectionIndex.read(folder, null);

        assertThat(pictures).extracting(AnnotatedPicture::name).containsExactly("val/a.jpg", "train/b.jpg");
        assertThat(pictures.get(0).faces())
                .containsExactly(
                        new AnnotatedFace(new BoundingBox(1.5f, 2, 30, 40), false, null),
                        new AnnotatedFace(new BoundingBox(1, 2, 3, 4), true, null));
        assertThat(pictures.get(1).faces()).isEmpty();
    }

    @Test
    void aPartIsAFolder() throws IOException {
        index("{\"file\": \"val/a.jpg\"}\n{\"file\": \"train/b.jpg\"}\n");

        assertThat(DetectionIndex.read(folder, Part.VALID))
                .extracting(AnnotatedPicture::name)
                .containsExactly("val/a.jpg");
        assertThatThrownBy(() -> DetectionIndex.read(folder, Part.TEST))
                .hasMessageContaining("no picture in a folder of part TEST");
    }

    @Test
    void ibugsPicturesLeftIsTheSubjectsRight() throws IOException {
        String points = IntStream.range(0, 68).mapToObj(i -> i + "," + 10 * i).collect(Collectors.joining(","));
        index("{\"file\": \"val/a.jpg\", \"boxes\": [[0, 0, 9, 9]], \"landmarks68\": [" + points + "]}");

        assertThat(DetectionIndex.read(folder, null).get(0).faces().get(0).landmarks())
                .isEqualTo(new Landmarks(
                        new Point(38.5f, 385),
                        new Point(44.5f, 445),
                        new Point(30, 300),
                        new Point(48, 480),
                        new Point(54, 540)));
    }

    @Test
    void fiveLandmarksMayBeGivenABox() throws IOException {
        index("{\"file\": \"val/a.jpg\", \"boxes\": [[0, 0, 9, 9], [5, 5, 9, 9]],"
                + " \"landmarks5\": [null, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]}");

        List<AnnotatedFace> faces = DetectionIndex.read(folder, null).get(0).faces();

        assertThat(faces.get(0).landmarks()).isNull();
        assertThat(faces.get(1).landmarks())
                .extracting(Landmarks::leftMouthCorner)
                .isEqualTo(new Point(9, 10));
    }

    @Test
    void landmarksOfAFaceThatADetectorFoundAreNotPeoples() throws IOException {
        index("{\"file\": \"val/a.jpg\", \"boxes\": [[0, 0, 9, 9], [5, 5, 9, 9]], \"scores\": [0.7, null],"
                + " \"landmarks5\": [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]}");

        List<AnnotatedFace> faces = DetectionIndex.read(folder, null).get(0).faces();

        assertThat(faces.get(0).landmarks()).isNull();
        assertThat(faces.get(1).landmarks()).isNotNull();
    }

    @Test
    void namesFileLineAndWhatIsWrong() {
        assertRejected("{\"file\": \"val/a.jpg\"}\n{\"file\": ", "index.jsonl:2: not JSON");
        assertRejected("{\"boxes\": []}", "index.jsonl:1: expected \"file\" with a picture's path, found null");
        assertRejected("{\"file\": \"val/c.jpg\"}", "index.jsonl:1: no picture", "c.jpg");
        assertRejected("{\"file\": \"val/a.jpg\", \"boxes\": [[1, 2, 3]]}", "index.jsonl:1: a box needs 4 numbers");
        assertRejected(
                "{\"file\": \"val/a.jpg\", \"boxes\": [[1, 2, 3, \"x\"]]}",
                "index.jsonl:1: a box must hold numbers, found \"x\"");
        assertRejected(
                "{\"file\": \"val/a.jpg\", \"boxes\": [[1, 2, 3, 4]], \"landmarks5\": [1, 2]}",
                "index.jsonl:1: expected 10 numbers for 5 landmarks, found 2");
        assertRejected(
                "{\"file\": \"val/a.jpg\", \"boxes\": [[1, 2, 3, 4], [1, 2, 3, 4]], \"landmarks5\": [1, 2]}",
                "index.jsonl:1: expected a row of landmarks for each of 2 boxes, found 1");
    }

    @Test
    void indexThatIsNotThereIsNamed() {
        Path gone = folder.resolve("gone.jsonl");

        assertThatThrownBy(() -> DetectionIndex.read(gone, null))
                .isInstanceOf(IOException.class)
                .hasMessage(gone + ": found nothing there; expected JSON lines, or a folder with index.jsonl");
    }

    @Test
    void aFolderOfPicturesWillDoWhereThereAreNoFaces() throws IOException {
        assertThat(PictureFolder.withoutFaces(folder))
                .extracting(AnnotatedPicture::name)
                .containsExactly("train/b.jpg", "val/a.jpg");
    }

    private void assertRejected(String content, String... message) {
        assertThatThrownBy(() -> {
                    index(content);
                    DetectionIndex.read(folder, null);
                })
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(message);
    }

    private void index(String content) throws IOException {
        Files.writeString(folder.resolve("index.jsonl"), content);
    }
}
