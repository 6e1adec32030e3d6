package io.emotion4j.training.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the processor multiplies bfloat16 numbers. Where it does not, PyTorch imitates it, which is slower than float32.
 *
 * @since 0.1.0
 */
public final class Bfloat16 {

    private static final List<String> FLAGS = List.of("avx512_bf16", "amx_bf16", "bf16");

    private Bfloat16() {}

    /** {@return whether this processor does; empty where that is not known: on systems other than Linux} */
    public static Optional<Boolean> supported() {
        try {
            return supported(Files.readString(Path.of("/proc/cpuinfo")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return what a text like {@code /proc/cpuinfo} says} */
    static Optional<Boolean> supported(String cpuinfo) {
        List<String> words = cpuinfo.lines()
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .filter(flags -> !flags.isEmpty())
                .map(flags -> Arrays.asList(flags.split("\\s+")))
                .orElse(List.of());
        return words.isEmpty() ? Optional.empty() : Optional.of(FLAGS.stream().anyMatch(words::contains));
    }
}
