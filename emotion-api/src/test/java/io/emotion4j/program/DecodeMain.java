package io.emotion4j.program;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
                result = decodeAtOnce(Path.of(file));
                best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
            }
            System.out.println(file + "\t" + best + "\t" + result.replace('\n', ' '));
        }
    }

    /** By as many threads as the system property says, one if none; different results are all given. */
    private static String decodeAtOnce(Path file) {
        Set<String> results = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("emotion4j.test.threads", 1); i++) {
            Thread thread = new Thread(() -> results.add(decode(file)));
            threads.add(thread);
            thread.setContextClassLoader(null);
            thread.start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return String.join(" / ", results);
    }

    private static String decode(Path file) {
        try {
            return RgbImage.decode(file).toString();
        } catch (ImageDecodeException e) {
            return "ImageDecodeException: " + e.getMessage();
        } catch (RuntimeException | Error e) {
            return "escaped: " + e;
        }
    }
}
