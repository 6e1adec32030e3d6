package io.emotion4j.benchmarks;

import io.emotion4j.EmotionAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Analyzes a file and ends; where the system says so, also how many megabytes were resident at the most. */
final class FirstAnswer {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private FirstAnswer() {}

    public static void main(String[] args) throws IOException {
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            System.out.println(analyzer.analyze(Path.of(args[0])).faces().size() + " faces");
        }
        System.out.println(residentMegabytes() + " MB");
    }

    /** {@return the peak; 0 where the system does not say} */
    private static long residentMegabytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
