package io.emotion4j.testing.release;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The POMs of a release as Gradle reads them: parents and managed versions, but neither profiles nor plugins. A program that says {@code
 * implementation} compiles with what has scope {@code compile} and runs with what has {@code runtime}, too. So each dependency needs a
 * version without a placeholder, and what a module's public types are made of needs to be there when a program compiles.
 */
final class GradleView {

    private static final String OURS = "io.emotion4j";
    private static final String ENGINE = "com.microsoft.onnxruntime";

    /** Modules of other people that ours hand on, and where they come from. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "org.jspecify", "org.jspecify:jspecify",
            "org.junit.jupiter.api", "org.junit.jupiter:junit-jupiter-api");

    private final Map<String, ReleasedPom> poms;
    private final Map<String, ModuleDescriptor> modules;
    private final List<String> problems = new ArrayList<>();

    private GradleView(Map<String, ReleasedPom> poms, Map<String, ModuleDescriptor> modules) {
        this.poms = poms;
        this.modules = modules;
    }

    /**
     * What is wrong.
     *
     * @param poms of the release, by artifact
     * @param modules that its jars are, by artifact
     */
    static List<String> problems(Map<String, ReleasedPom> poms, Map<String, ModuleDescriptor> modules) {
        GradleView view = new GradleView(poms, modules);
        view.run();
        return view.problems;
    }

    private void run() {
        Map<String, Set<String>> versions = new TreeMap<>();
        for (Map.Entry<String, ReleasedPom> pom : poms.entrySet()) {
            String artifact = pom.getKey();
            pom.getValue()
                    .text("parent/artifactId")
                    .filter(parent -> !poms.containsKey(parent))
                    .ifPresent(parent -> problems.add(artifact + ": its parent " + parent + " is not published"));
            for (ReleasedDependency dependency : dependencies(artifact)) {
                if (dependency.published()) {
                    whole(artifact, dependency);
                    versions.computeIfAbsent(dependency.name(), name -> new TreeSet<>())
                            .add(dependency.version());
                }
            }
            handedOn(artifact);
        }
        versions.forEach((name, all) -> {
            if (all.size() > 1) {
                problems.add(name + ": is asked for in several versions, " + all);
            }
        });
        List<String> engines = versions.keySet().stream()
                .filter(name -> name.startsWith(ENGINE + ":"))
                .toList();
        if (engines.size() > 1) {
            problems.add(engines + " hold the same classes of ONNX Runtime, expected one of them");
        }
    }

    private void whole(String artifact, ReleasedDependency dependency) {
        if (dependency.version().isEmpty() && !fromABomOfOthers(artifact, dependency)) {
            problems.add(artifact + ": its POM gives " + dependency.name() + " no version");
        }
        if ((dependency.name() + dependency.version()).contains("${")) {
            problems.add(artifact + ": its POM leaves " + dependency.name() + ":" + dependency.version() + " open");
        }
    }

    /** Gradle imports the BOMs of JUnit and Spring Boot, too; what is in them is for these to say. */
    private boolean fromABomOfOthers(String artifact, ReleasedDependency dependency) {
        return chain(artifact).stream()
                .flatMap(pom -> pom.managed().stream())
                .anyMatch(managed ->
                        managed.scope().equals("import") && dependency.group().startsWith(managed.group()));
    }

    /** What a module hands on is what its public types are made of; javac saw to that. */
    private void handedOn(String artifact) {
        ModuleDescriptor module = modules.get(artifact);
        if (module == null) {
            return;
        }
        Set<String> there = new HashSet<>();
        compiledWith(artifact, there);
        for (ModuleDescriptor.Requires needed : module.requires()) {
            if (needed.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE)
                    && !needed.name().startsWith("java.")) {
                String name = artifactOf(needed.name());
                if (!there.contains(name)) {
                    problems.add(artifact + ": hands on module " + needed.name()
                            + ", but who compiles against it has no " + name);
                }
            }
        }
    }

    private void compiledWith(String artifact, Set<String> into) {
        for (ReleasedDependency dependency : dependencies(artifact)) {
            if (dependency.compiledWith() && into.add(dependency.name())) {
                if (dependency.group().equals(OURS)) {
                    compiledWith(dependency.artifact(), into);
                }
            }
        }
    }

    private String artifactOf(String module) {
        return modules.entrySet().stream()
                .filter(one -> one.getValue().name().equals(module))
                .map(one -> OURS + ":" + one.getKey())
                .findFirst()
                .orElseGet(() -> ELSEWHERE.getOrDefault(module, "artifact that this check knows of"));
    }

    /** With the versions and scopes that are managed, and properties in their place. */
    private List<ReleasedDependency> dependencies(String artifact) {
        List<ReleasedPom> chain = chain(artifact);
        Map<String, String> properties = new HashMap<>();
        Map<String, ReleasedDependency> managed = new HashMap<>();
        // The nearest says it.
        for (int i = chain.size() - 1; i >= 0; i--) {
            properties.putAll(chain.get(i).properties());
        }
        version(chain).ifPresent(version -> properties.put("project.version", version));
        properties.put("project.groupId", OURS);
        for (int i = chain.size() - 1; i >= 0; i--) {
            for (ReleasedDependency one : chain.get(i).managed()) {
                ReleasedDependency whole = one.each(text -> filled(text, properties));
                managed.put(whole.name(), whole);
            }
        }
        List<ReleasedDependency> dependencies = new ArrayList<>();
        for (ReleasedPom pom : chain) {
            for (ReleasedDependency one : pom.dependencies()) {
                ReleasedDependency whole = one.each(text -> filled(text, properties));
                ReleasedDependency known = managed.get(whole.name());
                dependencies.add(whole.with(
                        whole.version().isEmpty() && known != null ? known.version() : whole.version(),
                        whole.scope().isEmpty() && known != null ? known.scope() : whole.scope()));
            }
        }
        return dependencies;
    }

    private static Optional<String> version(List<ReleasedPom> chain) {
        return chain.stream()
                .map(pom -> pom.text("version").or(() -> pom.text("parent/version")))
                .findFirst()
                .flatMap(found -> found);
    }

    /** The POM, its parent, and so on. */
    private List<ReleasedPom> chain(String artifact) {
        List<ReleasedPom> chain = new ArrayList<>();
        for (ReleasedPom pom = poms.get(artifact); pom != null && !chain.contains(pom); ) {
            chain.add(pom);
            pom = pom.text("parent/artifactId").map(poms::get).orElse(null);
        }
        return chain;
    }

    private static String filled(String text, Map<String, String> properties) {
        String filled = text;
        // A property may name another.
        for (int i = 0; i < 5 && filled.contains("${"); i++) {
            filled = Pattern.compile("\\$\\{([^}]+)}")
                    .matcher(filled)
                    .replaceAll(
                            found -> Matcher.quoteReplacement(properties.getOrDefault(found.group(1), found.group())));
        }
        return filled;
    }
}
