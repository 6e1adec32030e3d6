package io.emotion4j.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process has of the machine's memory, as Linux tells it. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** {@return kilobytes, after a collection} */
    static long kilobytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
