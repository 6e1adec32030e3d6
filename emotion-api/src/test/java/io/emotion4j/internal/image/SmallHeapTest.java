package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {

    @Test
    @Timeout(300)
    void aPictureThatTheHeapCannotHoldIsAnErrorAndTheNextOneIsDecoded(@TempDir Path folder) throws Exception {
        BufferedImage large = new BufferedImage(7000, 7000, BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage small = Encoded.sample(10, 10);
        List<Path> files = List.of(
                Files.write(folder.resolve("large.png"), Encoded.with("png", large)),
                Files.write(folder.resolve("large.jpg"), Encoded.jpeg(Encoded.gray(7000, 7000))),
                Files.write(folder.resolve("small.png"), Encoded.with("png", small)),
                Files.write(folder.resolve("small.jpg"), Encoded.jpeg(small)));

        Map<String, Fork.Outcome> outcomes = Fork.onTheClassPath("48m", folder, files);

        assertThat(outcomes.get("large.png").result())
                .contains("(PNG, 7000x7000): the Java heap (at most 4")
                .contains("raise -Xmx");
        assertThat(outcomes.get("large.jpg").result()).contains("(JPEG, 7000x7000): the Java heap");
        assertThat(outcomes.get("small.png").result()).isEqualTo("RgbImage[10x10]");
        assertThat(outcomes.get("small.jpg").result()).isEqualTo("RgbImage[10x10]");
    }
}
