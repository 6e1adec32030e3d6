package io.emotion4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlabelledFacesTest {

    @TempDir
    private Path folder;

    @Test
    void picturesAtAnyDepthAreReadOnceEach() throws IOException {
        write("b/two.png", 200);
        write("a.png", 100);
        write("c.png", 100);

        List<LabelledFace> faces = UnlabelledFaces.read(folder);

        assertThat(faces).extracting(face -> face.pixels()[0] & 255).containsExactly(100, 200);
        assertThat(faces).allMatch(face -> face.label() == -1 && face.votes() == null);
        assertThat(faces.get(0).origin().source())
                .isEqualTo(folder.resolve("a.png").toString());
    }

    @Test
    void whatIsNoPictureIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("a.png"), "no picture");

        assertThatThrownBy(() -> UnlabelledFaces.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(broken.toString());
        Files.delete(broken);
        assertThatThrownBy(() -> UnlabelledFaces.read(folder)).hasMessageContaining("no picture");
        assertThatThrownBy(() -> UnlabelledFaces.read(broken)).hasMessageContaining("expected a folder");
    }

    private void write(String name, int level) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 6; i++) {
            picture.setRGB(i % 3, i / 3, level * 0x010101);
        }
        ImageIO.write(picture, "png", file.toFile());
    }
}
