package io.emotion4j.cli;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.file.Path;

/** The picture of an option {@code --picture}. */
final class GivenPicture {

    private GivenPicture() {}

    /**
     * Decodes it.
     *
     * @throws WrongOptionException if it is none
     */
    static RgbImage of(Path file) {
        try {
            return RgbImage.decode(file);
        } catch (ImageDecodeException e) {
            throw new WrongOptionException(new IllegalArgumentException("--picture: " + e.getMessage(), e));
        }
    }
}
