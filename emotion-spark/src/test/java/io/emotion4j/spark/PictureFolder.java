package io.emotion4j.spark;

import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** A folder of pictures, of which every tenth is poisoned. */
final class PictureFolder {

    static final int FACES_OF_A_WHOLE_ONE = 1;

    private PictureFolder() {}

    /** Files {@code 0000} to count - 1: one face each, but for every tenth, which is cut off, a bomb, no picture, or one byte. */
    static Path write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        byte[] whole = TestPictures.oneFace();
        byte[][] poisoned = {
            Arrays.copyOf(whole, whole.length / 3),
            TestPictures.bomb(),
            "no picture".getBytes(StandardCharsets.UTF_8),
            new byte[1]
        };
        for (int i = 0; i < count; i++) {
            boolean poison = i % 10 == 9;
            Files.write(
                    folder.resolve(String.format(Locale.ROOT, "%04d.jpg", i)),
                    poison ? poisoned[i / 10 % poisoned.length] : whole);
        }
        return folder;
    }
}
