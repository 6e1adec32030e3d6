package io.emotion4j.testkit;

import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Descriptors that say something else than the model's own. */
final class Descriptors {

    private Descriptors() {}

    /** The model in some of its formats. */
    static ModelDescriptor withFormats(ModelDescriptor m, Collection<String> formats) {
        Map<String, ModelFile> files = new LinkedHashMap<>(m.files());
        files.keySet().retainAll(formats);
        return withFiles(m, files);
    }

    static ModelDescriptor withFiles(ModelDescriptor m, Map<String, ModelFile> files) {
        return copy(m, m.architecture(), files, m.outputs());
    }

    static ModelDescriptor withArchitecture(ModelDescriptor m, String architecture) {
        return copy(m, architecture, m.files(), m.outputs());
    }

    /** The model, said to have an output more than it has. */
    static ModelDescriptor withOutput(ModelDescriptor m, String name) {
        List<String> outputs = new ArrayList<>(m.outputs());
        outputs.add(name);
        return copy(m, m.architecture(), m.files(), outputs);
    }

    private static ModelDescriptor copy(
            ModelDescriptor m, String architecture, Map<String, ModelFile> files, List<String> outputs) {
        return new ModelDescriptor(
                m.id(),
                m.version(),
                m.task(),
                architecture,
                files,
                m.input(),
                outputs,
                m.scores(),
                m.labels(),
                m.face(),
                m.thresholds(),
                m.golden(),
                m.card(),
                null,
                m.license(),
                m.trainingData(),
                m.source(),
                m.metrics());
    }
}
