package io.emotion4j.testing.release;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a folder that a release was deployed to: whether each artifact has what Maven Central asks for (POM with licence, developers and
 * scm; sources; Javadoc; checksums; signatures where they are asked for) and what every jar of this project promises (LICENSE, NOTICE,
 * a module's name, its version), whether nothing is published that needs what is not, and what Gradle makes of the POMs.
 */
public final class ReleaseCheck {

    private static final List<String> FIELDS = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/url");

    /** They name themselves: what they inherit would be true of the parent. */
    private static final Set<String> OWN = Set.of("name", "description");

    private static final Set<String> UNPUBLISHED =
            Set.of("testing", "consumers", "benchmarks", "emotion-examples", "emotion-dist");

    private final Path group;
    private final boolean signed;
    private final Map<String, ReleasedPom> poms = new TreeMap<>();
    private final Map<String, ModuleDescriptor> modules = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private ReleaseCheck(Path group, boolean signed) {
        this.group = group;
        this.signed = signed;
    }

    /**
     * Prints what is wrong, and ends with 1 where anything is.
     *
     * @param args the folder, and {@code signed} where signatures are expected
     * @throws IOException if the folder cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<String> problems = problems(folder, List.of(args).contains("signed"));
        problems.forEach(System.out::println);
        System.out.println(folder + ": " + (problems.isEmpty() ? "all is there" : problems.size() + " problems"));
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /**
     * What is wrong.
     *
     * @param folder of a repository in Maven's layout, with one version of this project
     * @param signed whether each file must have a signature
     * @return a line for each fault
     * @throws IOException if the folder cannot be read
     */
    public static List<String> problems(Path folder, boolean signed) throws IOException {
        ReleaseCheck check = new ReleaseCheck(folder.resolve("io/emotion4j"), signed);
        check.run();
        return check.problems;
    }

    private void run() throws IOException {
        Map<String, Path> artifacts = new TreeMap<>();
        for (Path artifact : list(group)) {
            for (Path version : list(artifact)) {
                if (Files.isDirectory(version)) {
                    artifacts.put(String.valueOf(artifact.getFileName()), version);
                }
            }
        }
        for (Map.Entry<String, Path> artifact : artifacts.entrySet()) {
            only(artifact.getValue(), artifact.getKey(), ".pom");
            for (Path pom : ending(artifact.getValue(), ".pom")) {
                poms.put(artifact.getKey(), ReleasedPom.of(pom));
            }
        }
        for (Map.Entry<String, ReleasedPom> pom : poms.entrySet()) {
            pom(pom.getKey(), pom.getValue());
            if (!pom.getValue().packaging().equals("pom")) {
                jars(pom.getKey(), artifacts.get(pom.getKey()));
            }
        }
        for (Map.Entry<String, Path> artifact : artifacts.entrySet()) {
            companions(artifact.getKey(), artifact.getValue());
        }
        bom(poms.get("emotion-bom"));
        problems.addAll(GradleView.problems(poms, modules));
    }

    private void bom(@Nullable ReleasedPom bom) {
        if (bom == null) {
            problems.add("emotion-bom: is not there");
            return;
        }
        for (Map.Entry<String, ReleasedPom> pom : poms.entrySet()) {
            if (!pom.getValue().packaging().equals("pom") && !bom.ours().contains(pom.getKey())) {
                problems.add("emotion-bom: does not name " + pom.getKey());
            }
        }
    }

    private void pom(String artifact, ReleasedPom pom) {
        if (UNPUBLISHED.contains(artifact)) {
            problems.add(artifact + ": is published, and should not be");
        }
        ReleasedPom parent = pom.text("parent/artifactId").map(poms::get).orElse(null);
        for (String field : FIELDS) {
            boolean inherited =
                    parent != null && !OWN.contains(field) && parent.text(field).isPresent();
            if (pom.text(field).isEmpty() && !inherited) {
                problems.add(artifact + ": its POM has no " + field);
            }
        }
        // One dependency is enough, whatever reads the POM: Maven or Gradle.
        if (artifact.equals("emotion-onnx") && !pom.brought().containsAll(List.of("emotion-api", "emotion-models"))) {
            problems.add(artifact + ": brings " + pom.brought() + ", expected emotion-api and emotion-models, too");
        }
        // The parent knows the versions of those that are for the build alone, too.
        for (String ours : pom.ours()) {
            if (!poms.containsKey(ours) && !UNPUBLISHED.contains(ours)
                    || UNPUBLISHED.contains(ours) && !pom.packaging().equals("pom")) {
                problems.add(artifact + ": its POM names " + ours + ", which is not published");
            }
        }
    }

    private void jars(String artifact, Path version) throws IOException {
        only(version, artifact, "-sources.jar");
        only(version, artifact, "-javadoc.jar");
        List<Path> jars = ending(version, ".jar").stream()
                .filter(jar -> !jar.toString().matches(".*-(sources|javadoc)\\.jar"))
                .toList();
        if (jars.size() != 1) {
            problems.add(artifact + ": expected one jar, found " + jars);
        }
        for (Path jar : jars) {
            for (String problem : ReleasedJar.problems(jar, String.valueOf(version.getFileName()))) {
                problems.add(artifact + ": its jar " + problem);
            }
            ReleasedJar.module(jar).ifPresent(module -> modules.put(artifact, module));
        }
    }

    /** Checksums, and signatures. */
    private void companions(String artifact, Path version) throws IOException {
        for (Path file : list(version)) {
            String name = String.valueOf(file.getFileName());
            if (name.matches(".*\\.(pom|jar|json|xml)") && !name.startsWith("maven-metadata")) {
                for (String companion : signed ? List.of(".md5", ".sha1", ".asc") : List.of(".md5", ".sha1")) {
                    if (!Files.exists(version.resolve(name + companion))) {
                        problems.add(artifact + ": " + name + " has no " + companion);
                    }
                }
            }
        }
    }

    private void only(Path version, String artifact, String ending) throws IOException {
        List<Path> found = ending(version, ending);
        if (found.size() != 1 || Files.size(found.get(0)) == 0) {
            problems.add(artifact + ": expected one file " + ending + " that is not empty, found " + found);
        }
    }

    private static List<Path> ending(Path folder, String ending) throws IOException {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
