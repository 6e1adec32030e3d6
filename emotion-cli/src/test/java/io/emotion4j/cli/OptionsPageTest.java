package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.EmotionAnalyzerBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/options.md names every setting, in each of the places where it is set, and none that is not there. */
@Tag("all-rooms")
class OptionsPageTest {

    /** Of the program, not of the analyzer. */
    private static final Set<String> PROGRAM =
            Set.of("--format", "--annotate", "--explain", "--recursive", "--help", "--version");

    @Test
    void everySettingOfTheBuilderIsNamed() throws IOException {
        Set<String> settings = Arrays.stream(EmotionAnalyzerBuilder.class.getMethods())
                .filter(method -> method.getReturnType() == EmotionAnalyzerBuilder.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(column(0)).isEqualTo(settings);
    }

    @Test
    void everyOptionOfTheCommandLineIsNamed() throws IOException {
        Set<String> options = new CommandLine(new AnalyzeCommand())
                .getCommandSpec().options().stream()
                        .map(CommandLine.Model.OptionSpec::longestName)
                        .filter(name -> !PROGRAM.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(column(1)).isEqualTo(options);
    }

    @Test
    void everyPropertyOfTheStarterIsNamed() throws Exception {
        Set<String> properties = new TreeSet<>();
        for (RecordComponent component :
                Class.forName("io.emotion4j.spring.EmotionProperties").getRecordComponents()) {
            if (!Set.of("limits", "health").contains(component.getName())) {
                properties.add(component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
            }
        }
        properties.addAll(List.of("limits.max-pixels", "limits.max-side", "limits.max-bytes"));
        assertThat(column(2).stream().filter(name -> !name.startsWith("Emotion") && !name.startsWith("Analysis")))
                .containsExactlyInAnyOrderElementsOf(properties);
    }

    @Test
    void everySystemPropertyOfTheLibraryIsNamed() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("../emotion-api/src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Pattern.compile("PROPERTY = \"(emotion4j\\.\\w+)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(found -> read.add(found.group(1)));
            }
        }
        String page = page();
        assertThat(read).hasSizeGreaterThan(3);
        assertThat(words(page.substring(page.indexOf("## System properties")))).containsAll(read);
    }

    /** The words in code of a column of the first table. */
    private static Set<String> column(int column) throws IOException {
        return page().lines()
                .filter(line -> line.startsWith("| `") && line.split("\\|", -1).length == 6)
                .skip(1)
                .flatMap(line -> words(line.split("\\|", -1)[column + 1]).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String text) {
        return Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/options.md"));
    }
}
