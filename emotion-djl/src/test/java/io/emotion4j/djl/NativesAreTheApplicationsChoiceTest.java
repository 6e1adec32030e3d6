package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.internal.natives.NativeCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries come from jars that the application names, or not at all. */
class NativesAreTheApplicationsChoiceTest {

    private static final List<String> QUIET = List.of("-Xmx512m");
    private static final String SAMPLE =
            Path.of("..", "samples", "seven-expressions.png").toString();

    @TempDir
    Path home;

    @Test
    void whereTheyAreMissingTheReasonSaysWhatToAddAndNothingIsFetched() throws Exception {
        ChildJvm.Result result = new ChildJvm()
                .without(jar -> jar.startsWith("pytorch-native") || jar.startsWith("tensorflow-core-native"))
                .run(homeIs(home), ReportProgram.class, SAMPLE, "pytorch", "tensorflow");
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
        ChildJvm.Result result = new ChildJvm()
                .without(jar -> jar.startsWith("pytorch-jni"))
                .run(homeIs(home), ReportProgram.class, SAMPLE, "pytorch");
        assertThat(result.out())
                .contains("are not on the class path; add ai.djl.pytorch:pytorch-jni:2.7.1-0.35.1")
                .doesNotContain("pytorch-native");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void whereDjlItselfIsMissingTheOtherEngineStillWorks() throws Exception {
        ChildJvm.Result result = new ChildJvm()
                .without(jar -> jar.startsWith("tensorflow-") || jar.startsWith("api-"))
                .run(QUIET, ReportProgram.class, SAMPLE, "tensorflow", "pytorch", "onnx");
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
                ChildJvm.canLoseTheNetwork(), "skipped: this machine lets no program have a network of its own");
        ChildJvm.Result result =
                new ChildJvm().withoutNetwork().run(QUIET, ReportProgram.class, SAMPLE, "pytorch", "tensorflow");
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
        ChildJvm child = new ChildJvm();
        if (ChildJvm.canLoseTheNetwork()) {
            child.withoutNetwork();
        }
        List<String> options = List.of(
                "-Xmx512m",
                "-Duser.home=/proc",
                "-Djava.io.tmpdir=" + Files.createDirectory(home.resolve("tmp")),
                "-D" + NativeCache.PROPERTY + "=" + cache);
        ChildJvm.Result result = child.run(options, ReportProgram.class, SAMPLE, "pytorch", "tensorflow");
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
