package io.emotion4j.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.internal.service.Services;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelOnDisk;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineBacked;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.FaceDetectorProvider;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    private static final FaceDetectorProvider FAST =
            new TestProvider("fast", 50, true, () -> Availability.yes("version 1"));

    @TempDir
    Path folder;

    private Model model;

    @BeforeEach
    void writeModel() {
        model = ModelOnDisk.detector(folder).write();
    }

    @Test
    void anEngineOfNoPriorityHidesNoOther() {
        Engine broken = new TestEngine("broken") {
            @Override
            public int priority() {
                throw new UnsatisfiedLinkError("libpriority.so");
            }
        };
        Providers<FaceDetectorProvider> providers = Providers.of(
                new Services<>(List.of(FAST), List.of()),
                EngineBacked::detectors,
                new Services<>(List.of(broken), List.of()));
        assertThat(Selector.choose(providers, model, null).name()).isEqualTo("fast");
        assertThat(Selector.report(providers, model, null).toString()).contains("libpriority.so");
    }

    @Test
    void anEngineRunsEveryArchitectureThatADecoderReadsInItsFormat() {
        Engine engine = new TestEngine("new");
        assertThat(EngineBacked.detectors(engine).supports(model.descriptor())).isTrue();
        assertThat(EngineBacked.classifiers(engine).supports(model.descriptor()))
                .isFalse();
        ModelDescriptor other = ModelOnDisk.detector(folder)
                .with("architecture", "\"unheard-of\"")
                .write()
                .descriptor();
        assertThat(EngineBacked.detectors(engine).supports(other)).isFalse();
    }

    @Test
    void aProviderThatCannotBeCreatedIsReportedAndHidesNoOther() {
        Providers<FaceDetectorProvider> providers = load(() -> new FailsFirst(FAST));
        assertThat(Selector.choose(providers, model, null).name()).isEqualTo("fast");
        assertThat(Selector.report(providers, model, null).toString()).contains("no such class");
    }

    @Test
    void aServiceFileThatAlwaysFailsEndsTheSearch() {
        Providers<FaceDetectorProvider> providers = load(AlwaysFails::new);
        assertThat(providers.found()).isEmpty();
        assertThat(providers.failures()).isNotEmpty();
    }

    @Test
    void aProviderThatTwoClassLoadersSeeCountsOnce() {
        List<FaceDetectorProvider> seen = List.of(FAST);
        assertThat(load(seen).found()).hasSize(1);
    }

    private static Providers<FaceDetectorProvider> load(Iterable<FaceDetectorProvider> loader) {
        return Providers.of(
                Services.load("FaceDetectorProvider", List.of(loader, loader)),
                EngineBacked::detectors,
                new Services<>(List.of(), List.of()));
    }

    /** As {@link java.util.ServiceLoader} does where one line of a service file names a class that is not there. */
    private static final class FailsFirst implements Iterator<FaceDetectorProvider> {
        private final Iterator<FaceDetectorProvider> rest;
        private boolean failed;

        FailsFirst(FaceDetectorProvider rest) {
            this.rest = List.of(rest).iterator();
        }

        @Override
        public boolean hasNext() {
            return rest.hasNext();
        }

        @Override
        public FaceDetectorProvider next() {
            if (!failed) {
                failed = true;
                throw new ServiceConfigurationError("no such class");
            }
            return rest.next();
        }
    }

    private static final class AlwaysFails implements Iterator<FaceDetectorProvider> {
        private int failures;

        @Override
        public boolean hasNext() {
            throw new ServiceConfigurationError("failure " + failures++);
        }

        @Override
        public FaceDetectorProvider next() {
            throw new AssertionError("has no next");
        }
    }

    /** An engine that is not run. */
    private static class TestEngine implements Engine {
        private final String name;

        TestEngine(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String format() {
            return "onnx";
        }

        @Override
        public int priority() {
            return 70;
        }

        @Override
        public Availability availability() {
            return Availability.yes("version 1");
        }

        @Override
        public InferenceSession open(NetworkSpec network, byte[] weights, EngineOptions options) {
            throw new AssertionError("was run");
        }
    }
}
