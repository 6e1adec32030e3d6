package io.emotion4j.internal.provider;

import io.emotion4j.FaceDetector;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.FaceDetectorProvider;
import java.util.List;
import java.util.function.Supplier;

/** A provider that finds no faces. */
record TestProvider(String name, int priority, boolean supported, Supplier<Availability> state)
        implements FaceDetectorProvider {

    @Override
    public Availability availability() {
        return state.get();
    }

    @Override
    public boolean supports(ModelDescriptor model) {
        return supported;
    }

    @Override
    public FaceDetector create(Model model, DetectorOptions options) {
        return image -> List.of();
    }
}
