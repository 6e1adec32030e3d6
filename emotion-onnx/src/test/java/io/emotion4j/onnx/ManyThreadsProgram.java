package io.emotion4j.onnx;

import io.emotion4j.EmotionAnalyzer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads use one analyzer at the same time. Prints how many answers with a face there were. */
final class ManyThreadsProgram {

    private ManyThreadsProgram() {}

    /** Arguments: a picture with a face, number of threads, analyses of each. */
    public static void main(String[] arguments) throws Exception {
        byte[] picture = Files.readAllBytes(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        int each = Integer.parseInt(arguments[2]);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CountDownLatch all = new CountDownLatch(count);
        int answers = 0;
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    int faces = 0;
                    for (int k = 0; k < each; k++) {
                        faces += analyzer.analyze(picture).faces().size();
                    }
                    return faces;
                }));
            }
            for (Future<Integer> one : running) {
                answers += one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println(answers);
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                System.out.println(line);
            }
        }
    }
}
