package io.emotion4j.djl;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What an application of its own class loader does: all that starts threads in the library. */
public final class WebApplication {

    private WebApplication() {}

    public static void analyze(String picture, String engine) throws Exception {
        ExecutorService own = Executors.newSingleThreadExecutor();
        byte[] bytes = Files.readAllBytes(Path.of(picture));
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                .engine(engine)
                .deadline(Duration.ofMinutes(1))
                .build()) {
            Analysis here = analyzer.analyze(bytes);
            Analysis elsewhere = analyzer.analyzeAsync(bytes, own).get(1, TimeUnit.MINUTES);
            if (here.faces().size() != 1 || !elsewhere.faces().equals(here.faces())) {
                throw new AssertionError("Expected one face and the same twice, found " + here + " and " + elsewhere);
            }
        } finally {
            own.shutdown();
        }
    }
}
