package io.emotion4j.benchmarks;

import ai.onnxruntime.OrtEnvironment;
import io.emotion4j.benchmarks.picture.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;

/** Where and with what was measured. */
final class Environment {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Environment() {}

    static Map<String, String> here() throws IOException, InterruptedException {
        Map<String, String> here = new LinkedHashMap<>();
        here.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        here.put("processor", processor());
        here.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        here.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        here.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        here.put("onnxruntime", OrtEnvironment.getEnvironment().getVersion());
        here.put("opencv", opencv_core.CV_VERSION);
        here.put("residentMegabytesFrame", resident(Photo.FRAME));
        here.put("residentMegabytesPhone", resident(Photo.PHONE));
        return here;
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return "unknown";
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** {@return how much a program has resident at the most that analyzes one picture} */
    private static String resident(Photo photo) throws IOException, InterruptedException {
        Path file = Files.write(Files.createTempFile("photo", ".jpg"), photo.jpeg());
        try {
            return Child.java(FirstAnswer.class, file.toString())
                    .lines()
                    .filter(line -> line.endsWith(" MB"))
                    .map(line -> line.substring(0, line.length() - 3))
                    .findFirst()
                    .orElse("unknown");
        } finally {
            Files.delete(file);
        }
    }
}
