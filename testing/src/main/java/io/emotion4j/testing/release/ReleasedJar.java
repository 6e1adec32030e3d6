package io.emotion4j.testing.release;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A jar as it was deployed. */
final class ReleasedJar {

    private static final List<String> LEGAL = List.of("META-INF/LICENSE", "META-INF/NOTICE");

    private ReleasedJar() {}

    /**
     * What is wrong with it.
     *
     * @param file the jar
     * @param version that its manifest must name
     */
    static List<String> problems(Path file, String version) throws IOException {
        List<String> problems = new ArrayList<>();
        boolean named;
        try (JarFile jar = new JarFile(file.toFile())) {
            for (String entry : LEGAL) {
                if (jar.getEntry(entry) == null) {
                    problems.add("has no " + entry);
                }
            }
            Manifest manifest = jar.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String implementation = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            if (!version.equals(implementation)) {
                problems.add("names Implementation-Version " + implementation + ", expected " + version);
            }
            named = jar.getEntry("module-info.class") != null || attributes.getValue("Automatic-Module-Name") != null;
        }
        if (!named) {
            problems.add("has neither a module-info nor an Automatic-Module-Name");
        } else {
            String module = module(file).map(ModuleDescriptor::name).orElse("none");
            if (!module.startsWith("io.emotion4j.")) {
                problems.add("is module " + module + ", expected io.emotion4j. and a name");
            }
        }
        return problems;
    }

    /** The module that it is, be it by its manifest or by its name alone; none where it cannot be one. */
    static Optional<ModuleDescriptor> module(Path file) {
        try {
            return ModuleFinder.of(file).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .findFirst();
        } catch (FindException e) {
            return Optional.empty();
        }
    }
}
