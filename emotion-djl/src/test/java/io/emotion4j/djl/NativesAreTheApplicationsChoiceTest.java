package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.internal.natives.NativeCache;
import io.emotion4j.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries come from jars that the application names, or not at all. */
class NativesAreTheApplicationsChoiceTest {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final List<String> QUIET = List.of("-Xmx512m");
    private static final String SAMPLE =
            Path.of("..", "samples", "seven-expressions.png").toString();

    @TempDir
    Path home;

    @Test
    void whereTheyAreMissingTheReasonSaysWhatToAddAndNothingIsFetched() throws Exception {
        JavaProgram.Result result = JavaProgram.of(ReportProgram.class, SAMPLE, "pytorch", "tensorflow")
                .without(jar -> jar.startsWith("pytorch-native") || jar.startsWith("tensorflow-core-native"))
                .jvm(homeIs(home))
                .run(LIMIT);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("pytorch: unusable, ")
                .contains("add ai.djl.pytorch:pytorch-native-cpu:2.7.1:linux-x86_64")
                .contains("tensorflow: unusable, ")
                .contains("add org.tensorflow:tensorflow-core-native:1.0.0:linux-x86_64")
                .doesNotContain("pytorch-jni");
        assertThat(result.err()).isEmpty();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whereOnlyTheBridgeToPyTorchIsMissingThatIsWhatToAdd() throws Exception {
        JavaProgram.Result result = JavaProgram.of(ReportProgram.class, SAMPLE, "pytorch")
                .without(jar -> jar.startsWith("pytorch-jni"))
                .jvm(homeIs(home))
                .run(LIMIT);
        assertThat(result.out())
                .contains("are not on the class path; add ai.djl.pytorch:pytorch-jni:2.7.1-0.35.1")
                .doesNotContain("pytorch-native");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void whereDjlItselfIsMissingTheOtherEngineStillWorks() throws Exception {
        JavaProgram.Result result = JavaProgram.of(ReportProgram.class, SAMPLE, "tensorflow", "pytorch", "onnx")
                .without(jar -> jar.startsWith("tensorflow-") || jar.startsWith("api-"))
                .jvm(QUIET)
                .run(LIMIT);
        assertThat(result.out())
                .contains(
                        "tensorflow: unusable, TensorFlow's Java API is not on the class path; add ai.djl.tensorflow:tensorflow-api")
                .containsPattern(
                        "pytorch: unusable, PyTorch's native library cannot be loaded: class ai[.]djl[.][\\w.]+ is missing; add")
                .contains("onnx answers ");
        assertThat(result.err()).doesNotContain("\tat ");
    }

    @Test
    void withoutAnyNetworkBothEnginesWork() throws Exception {
        Assumptions.assumeTrue(
                Namespaces.canLoseTheNetwork(), "skipped: this machine lets no program have a network of its own");
        JavaProgram.Result result = JavaProgram.of(ReportProgram.class, SAMPLE, "pytorch", "tensorflow")
                .within(Namespaces.WITHOUT_NETWORK)
                .jvm(QUIET)
                .run(LIMIT);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("pytorch answers ")
                .contains("tensorflow answers ")
                .contains("pytorch sees happy")
                .contains("tensorflow sees happy");
        assertThat(result.err()).doesNotContain("\tat ");
    }

    /** Unpacks a gigabyte. */
    @Test
    @Tag("soak")
    void whereTheHomeFolderCannotBeWrittenANamedCacheIsAllThatIsNeeded() throws Exception {
        Path cache = home.resolve("cache");
        JavaProgram program = JavaProgram.of(ReportProgram.class, SAMPLE, "pytorch", "tensorflow");
        if (Namespaces.canLoseTheNetwork()) {
            program.within(Namespaces.WITHOUT_NETWORK);
        }
        List<String> options = List.of(
                "-Xmx512m",
                "-Duser.home=/proc",
                "-Djava.io.tmpdir=" + Files.createDirectory(home.resolve("tmp")),
                "-D" + NativeCache.PROPERTY + "=" + cache);
        JavaProgram.Result result = program.jvm(options).run(LIMIT);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("pytorch answers ").contains("tensorflow answers ");
        assertThat(namesBelow(cache))
                .contains(System.mapLibraryName("torch_cpu"))
                .contains(System.mapLibraryName("jnitensorflow"));
        assertThat(namesBelow(home.resolve("tmp")))
                .noneMatch(name -> name.contains("torch") || name.contains("tensorflow"));
    }

    private static List<String> homeIs(Path home) {
        return List.of("-Xmx512m", "-Duser.home=" + home, "-Djava.io.tmpdir=" + home);
    }

    private static List<String> namesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
