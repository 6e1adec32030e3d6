package io.emotion4j.program;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.file.Path;

/**
 * Run in a JVM of its own: decodes each file named and prints a line for each, tab-separated: the file, the milliseconds it
 * took, the picture or the error. Uses only what is exported, and lies in a package that the module lacks, so that it runs
 * from the class path against the module too.
 */
public final class DecodeMain {

    private static final int SLOW_MILLIS = 1000;
    private static final int TRIES = 3;

    private DecodeMain() {}

    /**
     * Decodes files.
     *
     * @param files paths of pictures
     */
    public static void main(String[] files) {
        // What a thread of an application server or a native caller may have.
        Thread.currentThread().setContextClassLoader(null);
        System.out.println("module\t" + RgbImage.class.getModule().getName());
        for (String file : files) {
            String result = "";
            long best = Long.MAX_VALUE;
            // On a machine that is busy with other things a single time says little.
            for (int i = 0; i < TRIES && best > SLOW_MILLIS; i++) {
                long start = System.nanoTime();
                result = decode(Path.of(file));
                best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
            }
            System.out.println(file + "\t" + best + "\t" + result.replace('\n', ' '));
        }
    }

    private static String decode(Path file) {
        try {
            return RgbImage.decode(file).toString();
        } catch (ImageDecodeException e) {
            return "ImageDecodeException: " + e.getMessage();
        }
    }
}
