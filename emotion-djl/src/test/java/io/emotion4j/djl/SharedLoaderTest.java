package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The set-up that docs/engines.md recommends for containers that redeploy applications. */
class SharedLoaderTest {

    @Test
    void applicationsThatShareTheLibraryLeaveNothingBehindWithAnyEngine() throws Exception {
        JavaProgram.Result result = JavaProgram.of(
                        SharedLoaderProgram.class,
                        Path.of("..", "samples", "one-face.jpg").toString(),
                        "4")
                .jvm(List.of("-Xmx512m"))
                .run(Duration.ofMinutes(3));
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("0 of 12 loaders stay\n");
    }
}
