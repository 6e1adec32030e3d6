package io.emotion4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A jar of ours, or the folder that becomes one, and the reachability metadata in it. */
final class JarMetadata {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern METADATA =
            Pattern.compile("META-INF/native-image/io\\.emotion4j/([^/]+)/(reflect|jni|resource)-config\\.json");

    /** What every jar has, and no program reads. */
    private static final Pattern OF_THE_BUILD =
            Pattern.compile(".*\\.class|META-INF/(LICENSE|NOTICE|MANIFEST\\.MF|jpms\\.args|maven/.*|native-image/.*)");

    private final String artifact;
    private final Map<String, String> files;
    private final Map<String, JsonNode> metadata = new LinkedHashMap<>();

    private JarMetadata(String artifact, Map<String, String> files) throws IOException {
        this.artifact = artifact;
        this.files = files;
        for (Map.Entry<String, String> file : files.entrySet()) {
            Matcher name = METADATA.matcher(file.getKey());
            if (name.matches()) {
                metadata.put(name.group(2), JSON.readTree(file.getValue()));
            }
        }
    }

    static List<JarMetadata> onTheClassPath() throws IOException {
        List<JarMetadata> all = new ArrayList<>();
        for (Path root : roots("emotion-")) {
            Map<String, String> files = contents(root);
            String artifact = files.keySet().stream()
                    .map(METADATA::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse(null);
            if (artifact != null) {
                all.add(new JarMetadata(artifact, files));
            }
        }
        return all;
    }

    /** The names of all files in a jar whose path contains some text. */
    static Set<String> files(String jar) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path root : roots(jar)) {
            names.addAll(contents(root).keySet());
        }
        return names;
    }

    String artifact() {
        return artifact;
    }

    List<JsonNode> reflection() {
        return entries("reflect");
    }

    List<JsonNode> jni() {
        return entries("jni");
    }

    List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>(reflection());
        all.addAll(jni());
        return all;
    }

    List<Pattern> resources() {
        List<Pattern> patterns = new ArrayList<>();
        JsonNode resources = metadata.get("resource");
        if (resources != null) {
            resources
                    .at("/resources/includes")
                    .forEach(include ->
                            patterns.add(Pattern.compile(include.get("pattern").asText())));
        }
        return patterns;
    }

    /** What programs read from it. */
    Set<String> files() {
        return files.keySet().stream()
                .filter(file -> !OF_THE_BUILD.matcher(file).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The classes that its service files name. */
    Set<String> providers() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("META-INF/services/"))
                .flatMap(file -> file.getValue().lines())
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return artifact;
    }

    private List<JsonNode> entries(String kind) {
        List<JsonNode> entries = new ArrayList<>();
        JsonNode all = metadata.get(kind);
        if (all != null) {
            all.forEach(entries::add);
        }
        return entries;
    }

    private static List<Path> roots(String containing) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains(containing) && !entry.endsWith("test-classes"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    /** Texts by name; what is no text is left empty. */
    private static Map<String, String> contents(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            return read(root);
        }
        try (FileSystem jar = FileSystems.newFileSystem(root)) {
            return read(jar.getPath("/"));
        }
    }

    private static Map<String, String> read(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                contents.put(name, name.matches("META-INF/(services|native-image)/.*") ? Files.readString(file) : "");
            }
        }
        return contents;
    }
}
