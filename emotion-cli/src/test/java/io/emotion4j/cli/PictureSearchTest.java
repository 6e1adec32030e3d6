package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private static List<String> names(PictureSearch search) {
        return search.pictures().stream()
                .map(picture -> picture.name().toString().replace('\\', '/'))
                .toList();
    }
}
