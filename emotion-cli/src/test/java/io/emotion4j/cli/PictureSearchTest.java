package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSearchTest {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        for (String name : List.of("b.JPG", "a.png", "notes.txt", "noending", "deep/c.webp", "deep/er/d.tiff")) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void folderGivesItsPicturesByName() {
        assertThat(names(PictureSearch.of(List.of(folder), false))).containsExactly("a.png", "b.JPG");
    }

    @Test
    void recursiveSearchGoesDownAndKeepsThePathBelowTheFolder() {
        assertThat(names(PictureSearch.of(List.of(folder), true)))
                .containsExactly("a.png", "b.JPG", "deep/c.webp", "deep/er/d.tiff");
    }

    @Test
    void whatLiesInAFolderThatIsWrittenToIsLeftOut() {
        PictureSearch all = PictureSearch.of(List.of(folder), true);

        assertThat(names(all.without(folder.resolve("deep/er/../er"))))
                .containsExactly("a.png", "b.JPG", "deep/c.webp");
        assertThat(names(all.without(folder.resolve("deep")))).containsExactly("a.png", "b.JPG");
        assertThat(names(all.without(folder.resolve("dee")))).hasSize(4);
    }

    @Test
    void whoNamesAFolderThatIsWrittenToMeansWhatIsInIt() {
        Path deep = folder.resolve("deep");
        List<Path> paths = List.of(deep, folder.resolve("deep/er"), deep.resolve("c.webp"));

        assertThat(names(PictureSearch.of(paths, false).without(deep))).containsExactly("c.webp", "d.tiff", "c.webp");
    }

    @Test
    void fileIsTakenWhateverItsNameAndWhetherOrNotItIsThere() {
        List<Path> files = List.of(folder.resolve("notes.txt"), folder.resolve("missing.png"));
        assertThat(names(PictureSearch.of(files, false))).containsExactly("notes.txt", "missing.png");
    }

    @Test
    void folderWithoutPicturesIsAProblemThatSaysWhatWasLookedFor() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        PictureSearch search = PictureSearch.of(List.of(empty, folder), false);
        assertThat(search.problems())
                .singleElement()
                .asString()
                .startsWith(empty + ": no picture in this folder (looked for bmp, gif, jpeg,")
                .endsWith("--recursive looks in the folders below it, too");
        assertThat(search.pictures()).hasSize(2);
    }

    @Test
    void linkThatLeadsBackIsReportedAndTheRestIsFound() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("deep/loop"), folder);
        PictureSearch search = PictureSearch.of(List.of(folder), true);
        assertThat(names(search)).containsExactly("a.png", "b.JPG", "deep/c.webp", "deep/er/d.tiff");
        assertThat(search.problems())
                .containsExactly(loop + ": this link leads back to a folder that it lies in; passed over");
    }

    @Test
    void closedFolderIsReportedAndTheWalkGoesOn() {
        FolderWalk walk = new FolderWalk();
        assertThat(walk.visitFileFailed(Path.of("x"), new AccessDeniedException("x")))
                .isEqualTo(FileVisitResult.CONTINUE);
        assertThat(walk.problems()).containsExactly("x: cannot be read: permission denied; passed over");
    }

    @Test
    void folderThatNobodyMayReadIsReportedAndTheRestIsFound() throws IOException {
        Path closed = folder.resolve("deep/er");
        assumeThat(closed.toFile().setReadable(false)).isTrue();
        try {
            assumeThat(Files.isReadable(closed))
                    .as("skipped: this user may read every folder")
                    .isFalse();
            PictureSearch search = PictureSearch.of(List.of(folder), true);
            assertThat(names(search)).containsExactly("a.png", "b.JPG", "deep/c.webp");
            assertThat(search.problems()).containsExactly(closed + ": cannot be read: permission denied; passed over");
        } finally {
            assertThat(closed.toFile().setReadable(true)).isTrue();
        }
    }

    private static List<String> names(PictureSearch search) {
        return search.pictures().stream()
                .map(picture -> picture.name().toString().replace('\\', '/'))
                .toList();
    }
}
