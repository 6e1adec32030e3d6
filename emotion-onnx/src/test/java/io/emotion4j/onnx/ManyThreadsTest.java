package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that are more than a small heap has room for wait for one another, and all are answered; {@code -Dthreads.analyses=3} asks for more. */
@Tag("child-jvm")
class ManyThreadsTest {

    private static final int EACH = Integer.getInteger("threads.analyses", 1);
    private static final String PICTURE =
            Path.of("..", "samples", "one-face.jpg").toString();

    @ParameterizedTest
    @ValueSource(ints = {50, 200, 1000})
    void allAreAnsweredInASmallHeap(int threads) throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "skipped: this system has no /proc/self/status");
        JavaProgram.Result result = JavaProgram.of(
                        ManyThreadsProgram.class, PICTURE, String.valueOf(threads), String.valueOf(EACH))
                .jvm(List.of("-Xmx128m", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null"))
                .run(Duration.ofMinutes(10));
        assertThat(result.exit()).as(result.err()).isZero();
        List<String> lines = result.out().lines().toList();
        System.out.println(threads + " threads: " + lines.get(1));
        assertThat(lines.get(0)).isEqualTo(String.valueOf(EACH * threads));
    }
}
