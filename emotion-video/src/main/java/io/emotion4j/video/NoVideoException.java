package io.emotion4j.video;

import io.emotion4j.EmotionException;

/**
 * FFmpeg's libraries are not there, or do not work on this machine.
 *
 * @since 0.1.0
 */
public final class NoVideoException extends EmotionException {

    private static final long serialVersionUID = 1L;

    NoVideoException(LinkageError cause) {
        super(
                "Videos and cameras need JavaCV and FFmpeg's libraries, and they cannot be loaded (" + cause
                        + "): start with `./emotion4j video`, which fetches them, or add org.bytedeco:javacv and "
                        + "org.bytedeco:ffmpeg with the classifier of your platform; a folder of pictures needs neither",
                cause);
    }
}
