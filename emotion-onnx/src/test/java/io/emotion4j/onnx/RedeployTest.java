package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        ChildJvm.Result result = ChildJvm.run(List.of(), RedeployProgram.class, PICTURE, "20");
        assertThat(result.exit()).as(result.text()).isZero();
        assertThat(result.text()).containsPattern("loaders [012]\n").containsPattern("libraries [0123]\n");
    }

    @Test
    void withACacheTheyShareOneLibrary() throws Exception {
        ChildJvm.Result result =
                ChildJvm.run(List.of("-Demotion4j.nativeCache=" + cache), RedeployProgram.class, PICTURE, "5");
        assertThat(result.exit()).as(result.text()).isZero();
        assertThat(result.text()).containsPattern("libraries [01]\n");
    }
}
