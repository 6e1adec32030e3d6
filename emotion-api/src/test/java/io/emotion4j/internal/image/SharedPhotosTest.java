package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The photos of ../shared in a JVM with 512 MB, started without a context class loader. */
@Timeout(300)
class SharedPhotosTest {

    @TempDir
    Path temporary;

    @Test
    void corruptFilesEndInAnErrorOrAPictureWithinTwoSecondsOfProcessorTime() throws Exception {
        List<Path> files = SharedPhotos.in("corrupt");
        Fork.onTheClassPath("512m", temporary, files).forEach((file, outcome) -> {
            assertThat(outcome.result()).as(file).matches("(ImageDecodeException: Cannot decode |RgbImage\\[).*");
            assertThat(outcome.millis()).as(file).isLessThan(2000);
        });
    }

    @Test
    void allFormatsAreDecodedToTheSizeThatIsKnown() throws Exception {
        checkSizes(Fork.onTheClassPath("512m", temporary, SharedPhotos.in("format")));
    }

    @Test
    void thePlugInsAreFoundOnTheModulePathToo() throws Exception {
        checkSizes(Fork.onTheModulePath(temporary, SharedPhotos.in("format")));
    }

    @Test
    void noFileIsWritten() throws Exception {
        Fork.onTheClassPath("512m", temporary, SharedPhotos.in("format"));
        assertThat(temporary).isEmptyDirectory();
    }

    private static void checkSizes(Map<String, Fork.Outcome> outcomes) throws Exception {
        Map<String, String> sizes = new HashMap<>();
        Path index = SharedPhotos.in(".").stream()
                .filter(file -> file.endsWith("index.csv"))
                .findFirst()
                .orElseThrow();
        for (String line : Files.readAllLines(index)) {
            String[] cells = line.split(",");
            sizes.put(Path.of(cells[0]).getFileName().toString(), "RgbImage[" + cells[4] + "x" + cells[5] + "]");
        }
        outcomes.forEach(
                (file, outcome) -> assertThat(outcome.result()).as(file).isEqualTo(sizes.get(file)));
    }
}
