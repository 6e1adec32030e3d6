package io.emotion4j.testing.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small release, whole and with one thing wrong at a time. */
class GradleViewTest {

    private static final String API = dependency("io.emotion4j", "emotion-api", "");
    private static final String ENGINE =
            dependency("com.microsoft.onnxruntime", "onnxruntime", "<scope>runtime</scope>");

    @TempDir
    Path folder;

    private final Map<String, ReleasedPom> poms = new TreeMap<>();
    private final Map<String, ModuleDescriptor> modules = new TreeMap<>(Map.of(
            "emotion-api",
            ModuleDescriptor.newModule("io.emotion4j.api").build(),
            "emotion-onnx",
            ModuleDescriptor.newModule("io.emotion4j.onnx")
                    .requires(Set.of(Modifier.TRANSITIVE), "io.emotion4j.api")
                    .requires(Set.of(Modifier.TRANSITIVE), "java.net.http")
                    .requires("onnxruntime")
                    .build()));

    @BeforeEach
    void release() throws IOException {
        parent("<engine.version>1.28.0</engine.version>", "");
        pom("emotion-api", "");
        pom("emotion-onnx", API + ENGINE);
    }

    @Test
    void wholeReleaseHasNoProblem() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void dependencyWithoutAVersionIsNamed() throws IOException {
        pom("emotion-onnx", API + ENGINE + dependency("org.example", "other", ""));
        assertThat(problems()).containsExactly("emotion-onnx: its POM gives org.example:other no version");
    }

    @Test
    void versionMayComeFromABomOfItsGroupThatIsImported() throws IOException {
        parent(
                "<engine.version>1.28.0</engine.version>",
                dependency("org.example", "bom", "<version>1</version><type>pom</type><scope>import</scope>"));
        pom("emotion-onnx", API + ENGINE + dependency("org.example.part", "other", ""));
        assertThat(problems()).isEmpty();
        pom("emotion-onnx", API + ENGINE + dependency("com.example", "other", ""));
        assertThat(problems()).containsExactly("emotion-onnx: its POM gives com.example:other no version");
    }

    @Test
    void placeholderThatNobodyFillsIsNamed() throws IOException {
        parent("", "");
        assertThat(problems())
                .containsExactly(
                        "emotion-onnx: its POM leaves com.microsoft.onnxruntime:onnxruntime:${engine.version} open");
    }

    @Test
    void typesOfTheApiThatAreThereAtRunTimeAloneAreNamed() throws IOException {
        pom("emotion-onnx", dependency("io.emotion4j", "emotion-api", "<scope>runtime</scope>") + ENGINE);
        assertThat(problems())
                .containsExactly("emotion-onnx: hands on module io.emotion4j.api, but who compiles against it has no"
                        + " io.emotion4j:emotion-api");
        pom("emotion-output", API);
        pom("emotion-onnx", dependency("io.emotion4j", "emotion-output", "") + ENGINE);
        assertThat(problems()).as("over another of ours").isEmpty();
    }

    @Test
    void secondVariantOfTheEngineAndSecondVersionsAreNamed() throws IOException {
        pom("emotion-djl", dependency("com.microsoft.onnxruntime", "onnxruntime_gpu", "<version>1.28.0</version>"));
        assertThat(problems())
                .containsExactly("[com.microsoft.onnxruntime:onnxruntime, com.microsoft.onnxruntime:onnxruntime_gpu]"
                        + " hold the same classes of ONNX Runtime, expected one of them");
        pom("emotion-djl", dependency("com.microsoft.onnxruntime", "onnxruntime", "<version>1.29.0</version>"));
        assertThat(problems())
                .containsExactly(
                        "com.microsoft.onnxruntime:onnxruntime: is asked for in several versions, [1.28.0, 1.29.0]");
    }

    @Test
    void parentThatIsNotPublishedIsNamed() {
        poms.remove("emotion4j");
        assertThat(problems())
                .contains(
                        "emotion-api: its parent emotion4j is not published",
                        "emotion-onnx: its parent emotion4j is not published");
    }

    @Test
    void whatIsForTestsOrTheBuildAloneNeedsNoVersion() throws IOException {
        pom(
                "emotion-api",
                dependency("org.example", "one", "<scope>test</scope>")
                        + dependency("org.example", "two", "<scope>provided</scope>")
                        + dependency("org.example", "three", "<optional>true</optional>"));
        assertThat(problems()).isEmpty();
    }

    private List<String> problems() {
        return GradleView.problems(poms, modules);
    }

    private void parent(String properties, String managed) throws IOException {
        put(
                "emotion4j",
                "<version>1.0</version><packaging>pom</packaging><properties>" + properties
                        + "</properties><dependencyManagement><dependencies>"
                        + dependency("io.emotion4j", "emotion-api", "<version>${project.version}</version>")
                        + dependency("io.emotion4j", "emotion-output", "<version>${project.version}</version>")
                        + dependency("com.microsoft.onnxruntime", "onnxruntime", "<version>${engine.version}</version>")
                        + managed + "</dependencies></dependencyManagement>");
    }

    private void pom(String artifact, String dependencies) throws IOException {
        put(
                artifact,
                "<parent><groupId>io.emotion4j</groupId><artifactId>emotion4j</artifactId><version>1.0</version></parent>"
                        + "<dependencies>" + dependencies + "</dependencies>");
    }

    private void put(String artifact, String rest) throws IOException {
        Path file = folder.resolve(artifact + ".pom");
        Files.writeString(file, "<project><artifactId>" + artifact + "</artifactId>" + rest + "</project>");
        poms.put(artifact, ReleasedPom.of(file));
    }

    private static String dependency(String group, String artifact, String rest) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId>" + rest
                + "</dependency>";
    }
}
