package io.emotion4j.convert;

import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;

/** A SavedModel's folder: TensorFlow restores its variables, which then become constants of the graph. */
final class SavedModelFreezing {

    private static final String ENGINE = "tensorflow";
    private static final String GRAPH = "saved_model.pb";

    private SavedModelFreezing() {}

    static ImportedWeights of(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(GRAPH))) {
            throw new ModelLoadException("The folder " + folder + " has no " + GRAPH + ", as a SavedModel has, and no "
                    + WebImport.NAME + " of TensorFlow.js; give the folder in which it lies");
        }
        requireTensorFlow("A SavedModel's variables are read by TensorFlow");
        try {
            Map<String, TensorFlowVariables.Value> values = new LinkedHashMap<>();
            byte[] frozen = TensorFlowVariables.freeze(folder, values);
            long numbers = values.values().stream()
                    .mapToLong(value -> value.elements())
                    .sum();
            List<String> notes = new ArrayList<>();
            notes.add(String.format(
                    Locale.ROOT, "%d variables with %,d numbers became constants", values.size(), numbers));
            return new ImportedWeights(GRAPH, frozen, notes);
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException("The SavedModel " + folder + " cannot be frozen: " + e.getMessage(), e);
        }
    }

    /** The engine knows how its library is found, and what to say where it is not. */
    static void requireTensorFlow(String why) {
        Optional<Engine> engine = StreamSupport.stream(
                        ServiceLoader.load(Engine.class).spliterator(), false)
                .filter(each -> each.name().equals(ENGINE))
                .findFirst();
        Availability availability = engine.map(Engine::availability)
                .orElseGet(() -> Availability.no("io.emotion4j:emotion-djl is not on the class path"));
        if (!availability.available()) {
            throw new NoProviderException(why + ", which is not there: " + availability.detail()
                    + "; on the command line, give --engine tensorflow");
        }
    }
}
