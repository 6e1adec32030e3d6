package io.emotion4j.testing.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small release, whole and with one thing missing at a time. */
class ReleaseCheckTest {

    private static final String FIELDS = """
            <url>u</url>
            <licenses><license><name>Apache-2.0</name><url>u</url></license></licenses>
            <developers><developer><name>n</name></developer></developers>
            <scm><connection>c</connection><url>u</url></scm>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void release() throws IOException {
        pom("emotion4j", "<packaging>pom</packaging>" + FIELDS);
        pom("emotion-bom", bom("emotion-api"));
        pom("emotion-api", parent());
        jar(
                "emotion-api",
                "",
                "1.0",
                "Automatic-Module-Name: io.emotion4j.api\n",
                "META-INF/LICENSE",
                "META-INF/NOTICE");
        jar("emotion-api", "-sources", "1.0", "");
        jar("emotion-api", "-javadoc", "1.0", "");
    }

    @Test
    void wholeReleaseHasNoProblem() throws IOException {
        assertThat(problems()).isEmpty();
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Files.delete(file("emotion-api", "-javadoc.jar"));
        Files.delete(file("emotion-api", "-sources.jar"));
        Files.delete(file("emotion-api", ".jar.sha1"));
        assertThat(problems())
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("emotion-api: expected one file -javadoc.jar"))
                .anyMatch(problem -> problem.startsWith("emotion-api: expected one file -sources.jar"))
                .contains("emotion-api: emotion-api-1.0.jar has no .sha1");
    }

    @Test
    void missingSignaturesAreNamedWhereTheyAreExpected() throws IOException {
        assertThat(ReleaseCheck.problems(folder, true))
                .hasSize(6)
                .contains("emotion-bom: emotion-bom-1.0.pom has no .asc");
    }

    @Test
    void jarWithoutLicenceModuleNameOrVersionIsNamed() throws IOException {
        jar("emotion-api", "", "2.0", "", "META-INF/NOTICE");
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "emotion-api: its jar has no META-INF/LICENSE",
                        "emotion-api: its jar names Implementation-Version 2.0, expected 1.0",
                        "emotion-api: its jar has neither a module-info nor an Automatic-Module-Name");
        jar("emotion-api", "", "1.0", "Automatic-Module-Name: api\n", "META-INF/LICENSE", "META-INF/NOTICE");
        assertThat(problems()).containsExactly("emotion-api: its jar is module api, expected io.emotion4j. and a name");
    }

    @Test
    void fieldThatNeitherThePomNorItsParentHasIsNamed() throws IOException {
        pom("emotion4j", "<packaging>pom</packaging>" + FIELDS.replaceAll("<scm>.*</scm>", ""));
        assertThat(problems())
                .contains("emotion4j: its POM has no scm/url", "emotion-api: its POM has no scm/connection")
                .noneMatch(problem -> problem.startsWith("emotion-bom"));
    }

    @Test
    void whatIsForTheBuildAloneIsNeitherPublishedNorNeeded() throws IOException {
        pom("testing", "<packaging>pom</packaging>" + FIELDS);
        pom(
                "emotion-api",
                parent()
                        + "<dependencies><dependency><groupId>io.emotion4j</groupId><artifactId>testing</artifactId><version>1.0</version></dependency>"
                        + "<dependency><groupId>io.emotion4j</groupId><artifactId>emotion-onnx</artifactId><scope>test</scope>"
                        + "</dependency></dependencies>");
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "testing: is published, and should not be",
                        "emotion-api: its POM names testing, which is not published");
    }

    @Test
    void engineThatDoesNotBringTheLibraryIsNamed() throws IOException {
        pom(
                "emotion-onnx",
                "<packaging>pom</packaging>" + FIELDS
                        + "<dependencies><dependency><groupId>io.emotion4j</groupId><artifactId>emotion-api</artifactId>"
                        + "<version>1.0</version><scope>runtime</scope></dependency></dependencies>");
        assertThat(problems()).containsExactly("emotion-onnx: brings [], expected emotion-api and emotion-models, too");
    }

    @Test
    void jarWhoseVersionTheBomDoesNotNameIsNamed() throws IOException {
        pom("emotion-bom", bom("emotion-onnx"));
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "emotion-bom: its POM names emotion-onnx, which is not published",
                        "emotion-bom: does not name emotion-api");
    }

    @Test
    void emptyFolderIsNoRelease() throws IOException {
        assertThat(ReleaseCheck.problems(folder.resolve("elsewhere"), false))
                .containsExactly("emotion-bom: is not there");
    }

    private List<String> problems() throws IOException {
        return ReleaseCheck.problems(folder, false);
    }

    private static String bom(String artifact) {
        return "<packaging>pom</packaging>" + FIELDS
                + "<dependencyManagement><dependencies><dependency><groupId>io.emotion4j</groupId><artifactId>"
                + artifact
                + "</artifactId></dependency></dependencies></dependencyManagement>";
    }

    private static String parent() {
        return "<parent><groupId>io.emotion4j</groupId><artifactId>emotion4j</artifactId><version>1.0</version></parent>";
    }

    private Path file(String artifact, String ending) {
        return folder.resolve("io/emotion4j").resolve(artifact).resolve("1.0").resolve(artifact + "-1.0" + ending);
    }

    private void pom(String artifact, String rest) throws IOException {
        Path pom = file(artifact, ".pom");
        Files.createDirectories(pom.getParent());
        Files.writeString(
                pom,
                "<project><artifactId>" + artifact + "</artifactId><name>n</name><description>d</description>" + rest
                        + "</project>");
        sums(pom);
    }

    private void jar(String artifact, String classifier, String version, String attributes, String... entries)
            throws IOException {
        Path jar = file(artifact, classifier + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Manifest-Version: 1.0\nImplementation-Version: " + version + "\n" + attributes)
                    .getBytes(StandardCharsets.UTF_8));
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        sums(jar);
    }

    private static void sums(Path file) throws IOException {
        Files.writeString(file.resolveSibling(file.getFileName() + ".md5"), "0");
        Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), "0");
    }
}
