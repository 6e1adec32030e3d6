package io.emotion4j.testkit;

import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelDescriptorBuilder;
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
        return runnable(m).files(files).build();
    }

    static ModelDescriptor withArchitecture(ModelDescriptor m, String architecture) {
        return runnable(m).architecture(architecture).build();
    }

    /** The model, said to have an output more than it has. */
    static ModelDescriptor withOutput(ModelDescriptor m, String name) {
        List<String> outputs = new ArrayList<>(m.outputs());
        outputs.add(name);
        return runnable(m).outputs(outputs).build();
    }

    /** Without what is no part of running it. */
    private static ModelDescriptorBuilder runnable(ModelDescriptor m) {
        return m.toBuilder().card(null).evaluation(null);
    }
}
