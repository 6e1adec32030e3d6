package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.emotion4j.cli.training.TrainingMain;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.testing.DocumentedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the README and docs show compiles, names versions that this build has, and links to what is there. */
class DocumentedCodeTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    Path folder;

    @Test
    void threeLinesOfTheReadmeCompileAndAreThoseThatTheConsumerRuns() throws IOException {
        List<String> blocks = DocumentedCode.blocks(ROOT.resolve("README.md"), "java");
        assertThat(blocks).hasSize(1);
        DocumentedCode.assertCompiles("import io.emotion4j.*; import java.nio.file.Path;\n"
                + "class Documented { void run() throws Exception {\n" + blocks.get(0) + "}}");
        String program =
                Files.readString(ROOT.resolve("consumers/src/it/class-path/src/main/java/com/example/ThreeLines.java"));
        assertThat(words(program))
                .contains(words(blocks.get(0).replaceAll("//.*", "").replace("\"photo.jpg\"", "args[0]")));
    }

    @Test
    void loopOverAVideoCompiles() throws IOException {
        List<String> blocks = DocumentedCode.blocks(ROOT.resolve("docs/video.md"), "java");
        assertThat(blocks).hasSize(1);
        DocumentedCode.assertCompiles("import io.emotion4j.*; import java.time.Duration; import java.util.List;\n"
                + "class Documented { record Frame(Duration time, RgbImage picture) {}\n"
                + "void run(EmotionAnalyzer analyzer, List<Frame> frames) {\n" + blocks.get(0) + "}}");
    }

    @Test
    void kotlinAndScalaOfTheCallersAreThoseThatTheConsumersRun() throws IOException {
        for (String language : List.of("kotlin/com/example/ThreeLines.kt", "scala/com/example/ThreeLines.scala")) {
            String name = language.substring(0, language.indexOf('/'));
            String block =
                    DocumentedCode.blocks(ROOT.resolve("docs/callers.md"), name).get(0);
            String program = Files.readString(ROOT.resolve("consumers/src/it")
                    .resolve(name)
                    .resolve("src/main")
                    .resolve(language));
            assertThat(words(program).replaceAll("args[\\[(]0[])]", "\"photo.jpg\""))
                    .contains(words(block));
        }
    }

    @Test
    void controllerOfTheSpringPageIsThatOfTheConsumer() throws IOException {
        String program = Files.readString(
                ROOT.resolve("consumers/src/it/spring-boot/src/main/java/com/example/FacesApplication.java"));
        assertThat(words(program))
                .contains(words(DocumentedCode.blocks(ROOT.resolve("docs/spring.md"), "java")
                        .get(0)));
    }

    @Test
    void descriptorsOfTheModelFormatAreDescriptors() throws IOException {
        List<ModelDescriptor> descriptors = new ArrayList<>();
        for (String block : DocumentedCode.blocks(ROOT.resolve("docs/model-format.md"), "json")) {
            Files.writeString(
                    folder.resolve("model.json"),
                    block.replace("\"sha256\": \"…\"", "\"sha256\": \"" + "0".repeat(64) + "\""));
            descriptors.add(Model.of(folder).descriptor());
        }
        assertThat(descriptors).extracting(ModelDescriptor::id).containsExactly("fer-resnet", "mtcnn", "my-cascade");
        assertThat(descriptors.get(0).labels()).hasSize(7);
    }

    /** A version in a block of XML is one that the root's pom.xml has, and that of this project is its own. */
    @Test
    void versionsInDependenciesAreThoseOfThisBuild() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        Set<String> known = knownVersions(pom);
        assertThat(pom)
                .contains(
                        "<pytorch.version>2.7.1</pytorch.version>",
                        "<djl-pytorch.version>0.35.1</djl-pytorch.version>");
        List<String> found = new ArrayList<>();
        for (Path document : documents()) {
            for (String block : DocumentedCode.blocks(document, "xml")) {
                Matcher dependency = Pattern.compile("(?s)<groupId>([^<]+)</groupId>.*?<version>([^<]+)</version>")
                        .matcher(block);
                while (dependency.find()) {
                    found.add(dependency.group(1));
                    if (dependency.group(1).equals("io.emotion4j")) {
                        assertThat(dependency.group(2)).as("%s", document).isEqualTo(Version.ofThisProgram());
                    } else {
                        assertThat(known)
                                .as("%s: %s", document, dependency.group(1))
                                .contains(dependency.group(2));
                    }
                }
            }
        }
        assertThat(found).contains("io.emotion4j", "ai.djl.pytorch", "org.tensorflow");
    }

    /** They are parsed, not run: a command or an option that is called otherwise today fails. */
    @Test
    void commandLinesOfTheDocumentsAreOnesThatTheProgramTakes() throws IOException {
        CommandLine program = Main.commandLine();
        for (Class<?> training :
                TrainingMain.class.getAnnotation(CommandLine.Command.class).subcommands()) {
            program.addSubcommand(training);
        }
        int parsed = 0;
        for (Path document : documents()) {
            for (String line : commands(document)) {
                // What is left to the reader.
                if (!line.matches(".*(\\.\\.\\.|[\\[|<>]).*")) {
                    List<String> words = List.of(line.replaceAll("\\s+#.*", "")
                            .replaceAll("\\$\\w+", "x")
                            .replace("T1", "1")
                            .replace("T2", "1")
                            .strip()
                            .split("\\s+"));
                    assertThatCode(() -> program.parseArgs(
                                    words.subList(1, words.size()).toArray(String[]::new)))
                            .as("%s: %s", document, line)
                            .doesNotThrowAnyException();
                    parsed++;
                }
            }
        }
        assertThat(parsed).isGreaterThan(20);
    }

    @Test
    void gradleBuildOfTheCallersNamesWhatTheBomHas() throws IOException {
        List<String> blocks = DocumentedCode.blocks(ROOT.resolve("docs/callers.md"), "kotlin").stream()
                .filter(block -> block.contains("implementation("))
                .toList();
        assertThat(blocks).hasSize(1);
        String bom = Files.readString(ROOT.resolve("emotion-bom/pom.xml"));
        assertThat(blocks.get(0)).contains("platform(\"io.emotion4j:emotion-bom:" + Version.ofThisProgram() + "\")");
        Set<String> named = new HashSet<>();
        Matcher coordinates = Pattern.compile("\"io\\.emotion4j:([\\w-]+)\"").matcher(blocks.get(0));
        while (coordinates.find()) {
            named.add(coordinates.group(1));
            assertThat(bom).contains("<artifactId>" + coordinates.group(1) + "</artifactId>");
        }
        assertThat(named).contains("emotion-onnx", "emotion-djl");
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        Matcher others = Pattern.compile("\"(?!io\\.emotion4j)([\\w.]+):([\\w-]+):([\\w.-]+)(?::[\\w-]+)?\"")
                .matcher(blocks.get(0));
        int versions = 0;
        while (others.find()) {
            versions++;
            assertThat(pom).contains("<artifactId>" + others.group(2) + "</artifactId>");
            assertThat(knownVersions(pom)).contains(others.group(3));
        }
        assertThat(versions).isEqualTo(2);
    }

    @Test
    void everyLinkOfTheDocumentsLeadsToAFileAndAHeading() throws IOException {
        int links = 0;
        for (Path document : documents()) {
            Matcher link = Pattern.compile("\\]\\(([^)\\s]+)\\)")
                    .matcher(Files.readString(document).replaceAll("(?ms)^ *```.*?^ *```$", ""));
            while (link.find()) {
                String target = link.group(1);
                if (target.contains("://")) {
                    continue;
                }
                links++;
                String[] parts = target.split("#", 2);
                Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
                assertThat(file).as("%s links to %s", document, target).exists();
                if (parts.length == 2) {
                    assertThat(headings(file))
                            .as("%s links to %s", document, target)
                            .contains(parts[1]);
                }
            }
        }
        assertThat(links).isGreaterThan(20);
    }

    @Test
    void indexNamesEveryDocument() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/README.md"));
        for (Path document : documents()) {
            if (document.startsWith(ROOT.resolve("docs")) && !document.endsWith("README.md")) {
                assertThat(index).contains("(" + document.getFileName());
            }
        }
    }

    private static Set<String> knownVersions(String pom) {
        Set<String> known = new HashSet<>();
        Matcher property = Pattern.compile("<[\\w-]+\\.version>([^<]+)</").matcher(pom);
        while (property.find()) {
            known.add(property.group(1));
        }
        known.add("2.7.1-0.35.1");
        return known;
    }

    /** The lines of blocks for a shell that call the script, each whole. */
    private static List<String> commands(Path document) throws IOException {
        List<String> commands = new ArrayList<>();
        boolean within = false;
        boolean code = false;
        for (String line :
                Files.readString(document).replaceAll("\\\\\\R\\s*", " ").split("\\R")) {
            if (line.strip().startsWith("```")) {
                within = !within;
                code = within && line.strip().matches("```(sh)?");
            } else if (code && line.strip().startsWith("./emotion4j ")) {
                commands.add(line.strip());
            }
        }
        return commands;
    }

    /** As GitHub makes anchors of headings. */
    private static List<String> headings(Path document) throws IOException {
        return Files.readString(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceAll("^#+ *", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> root = Files.list(ROOT)) {
            return Stream.concat(docs, root)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
