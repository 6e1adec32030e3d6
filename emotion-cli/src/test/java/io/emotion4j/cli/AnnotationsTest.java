package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {

    @TempDir
    Path folder;

    @Test
    void onePictureGoesToTheFileThatWasNamed() throws IOException {
        Path out = folder.resolve("out.png");
        assertThat(Annotations.to("--annotate", out, pictures("a.jpg")).placeOf(picture("a.jpg")))
                .isEqualTo(out);
    }

    @Test
    void severalPicturesGoIntoAFolderUnderTheirNames() throws IOException {
        Path out = folder.resolve("out");
        Annotations annotations = Annotations.to("--annotate", out, pictures("a.jpg", "deep/b.gif"));
        assertThat(annotations.placeOf(picture("a.jpg"))).isEqualTo(out.resolve("a.jpg"));
        assertThat(annotations.placeOf(picture("deep/b.gif"))).isEqualTo(out.resolve("deep/b.gif.png"));
    }

    @Test
    void severalPicturesDoNotFitInOneFile() {
        assertThatThrownBy(() -> Annotations.to("--annotate", folder.resolve("out.png"), pictures("a.jpg", "b.jpg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is one file, but there are 2 pictures; name a folder");
    }

    @Test
    void fileOfAnotherKindIsRefused() throws IOException {
        Path text = Files.createFile(folder.resolve("out.txt"));
        assertThatThrownBy(() -> Annotations.to("--annotate", text, pictures("a.jpg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither a folder nor a file that ends in .png, .jpg or .jpeg");
    }

    @Test
    void picturesOfTheSameNameAreRefusedBeforeOneReplacesTheOther() {
        List<PictureSearch.Picture> same = List.of(
                new PictureSearch.Picture(Path.of("x/a.jpg"), Path.of("a.jpg")),
                new PictureSearch.Picture(Path.of("y/a.jpg"), Path.of("a.jpg")));
        assertThatThrownBy(() -> Annotations.to("--annotate", folder, same))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would both become a.jpg");
    }

    @Test
    void pictureIsNeverReplacedByItsAnnotatedCopy() throws IOException {
        Files.createFile(folder.resolve("a.jpg"));
        Annotations annotations = Annotations.to("--annotate", folder, pictures("a.jpg"));
        assertThatThrownBy(() -> annotations.placeOf(picture("a.jpg")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("would take its place");
    }

    private List<PictureSearch.Picture> pictures(String... names) {
        return List.of(names).stream().map(this::picture).toList();
    }

    private PictureSearch.Picture picture(String name) {
        return new PictureSearch.Picture(folder.resolve(name), Path.of(name));
    }
}
