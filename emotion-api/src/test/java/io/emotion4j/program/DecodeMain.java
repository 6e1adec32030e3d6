package io.emotion4j.program;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Run in a JVM of its own: decodes each file named and prints a line for each, tab-separated: the file, the milliseconds of
 * processor time that the slowest thread took, the most megabytes resident so far (both 0 where there is no /proc), the picture or the error. Uses only what is exported, and lies in a package that the module lacks, so that it runs
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
     * @throws IOException if the system does not say how much memory is used
     */
    public static void main(String[] files) throws IOException {
        // What a thread of an application server or a native caller may have.
        Thread.currentThread().setContextClassLoader(null);
        System.out.println("module\t" + RgbImage.class.getModule().getName());
        for (String file : files) {
            String result = "";
            long best = Long.MAX_VALUE;
            // The first time counts loading classes and compiling them, too.
            for (int i = 0; i < TRIES && best > SLOW_MILLIS; i++) {
                AtomicLong slowest = new AtomicLong();
                result = decodeAtOnce(Path.of(file), slowest);
                best = Math.min(best, slowest.get() / 1_000_000);
            }
            System.out.println(file + "\t" + best + "\t" + residentMegabytes() + "\t" + result.replace('\n', ' '));
        }
    }

    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** By as many threads as the system property says, one if none; different results are all given. */
    private static String decodeAtOnce(Path file, AtomicLong slowest) {
        Set<String> results = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("emotion4j.test.threads", 1); i++) {
            Thread thread = new Thread(() -> {
                results.add(decode(file));
                slowest.accumulateAndGet(processorNanos(), Math::max);
            });
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

    /** Of this thread, which is new; 0 where the system does not say. */
    private static long processorNanos() {
        try {
            return Long.parseLong(
                    Files.readString(Path.of("/proc/thread-self/schedstat")).split(" ")[0]);
        } catch (IOException e) {
            return 0;
        }
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
