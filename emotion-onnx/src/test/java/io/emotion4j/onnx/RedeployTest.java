package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application server loads an application in a new class loader each time, and expects the old one to go. */
@Tag("child-jvm")
class RedeployTest {

    private static final String PICTURE =
            Path.of("..", "samples", "one-face.jpg").toString();

    @TempDir
    Path cache;

    @Test
    void ofTwentyClassLoadersOnlyTheLastStays() throws Exception {
        JavaProgram.Result result = redeploy(20, List.of("-Xmx256m"));
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).containsPattern("loaders [012]\n").containsPattern("libraries [0123]\n");
    }

    @Test
    void withACacheTheyShareOneLibrary() throws Exception {
        JavaProgram.Result result = redeploy(5, List.of("-Xmx256m", "-Demotion4j.nativeCache=" + cache));
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).containsPattern("libraries [01]\n");
    }

    private static JavaProgram.Result redeploy(int times, List<String> options) throws Exception {
        return JavaProgram.of(RedeployProgram.class, PICTURE, String.valueOf(times))
                .jvm(options)
                .run(Duration.ofMinutes(3));
    }
}
