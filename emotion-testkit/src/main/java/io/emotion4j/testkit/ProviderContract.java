package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.NoProviderException;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.EngineProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is asked of an engine before it loads anything.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports") // JUnit alone makes one.
@ExtendWith(SaysWhatIsAsked.class)
public abstract class ProviderContract {

    private final String engine;

    /**
     * Names the engine.
     *
     * @param engine its name, by which it is found
     */
    protected ProviderContract(String engine) {
        this.engine = engine;
    }

    /** {@return a detector that the engine runs; the shipped one unless overridden} */
    protected Model detectorModel() {
        return ShippedModel.detector();
    }

    /** {@return a classifier that the engine runs; the shipped one unless overridden} */
    protected Model classifierModel() {
        return ShippedModel.classifier();
    }

    @Test
    @Must("be registered as a service Engine, in module-info or META-INF/services, and always return the same "
            + "name, format and priority")
    void theEngineIsFoundByServiceLoaderAndKeepsItsNameFormatAndPriority() {
        Engine found = EngineProviders.of(engine).engine();
        assertThat(found.name()).isEqualTo(engine);
        assertThat(found.format()).isNotBlank().isEqualTo(found.format());
        assertThat(found.priority()).isEqualTo(found.priority());
    }

    @Test
    @Must("be available where its contract runs, and name its version in one line, the same at every call")
    void theEngineWorksHereAndSaysItsVersion() {
        both((provider, model) -> {
            Availability answer = provider.availability();
            assertThat(answer.available()).as(answer.detail()).isTrue();
            assertThat(answer.detail()).containsPattern("\\d+\\.\\d+").doesNotContain("\n");
            assertThat(provider.availability()).isEqualTo(answer);
        });
    }

    @Test
    @Must("support the contract's models")
    void theModelIsSupported() {
        both((provider, model) -> assertThat(provider.supports(model)).isTrue());
    }

    @Test
    @Must("not support a model whose files are all of other formats")
    void anotherFormatIsNotSupported() {
        both((provider, model) -> {
            Map<String, ModelFile> files = new LinkedHashMap<>(model.files());
            files.put("carved-in-stone", files.remove(EngineProviders.of(engine).format(model)));
            assertThat(provider.supports(Descriptors.withFiles(model, files))).isFalse();
        });
    }

    @Test
    @Must("not support a model of an unknown architecture")
    void anArchitectureThatNobodyKnowsIsNotSupported() {
        both((provider, model) -> assertThat(provider.supports(Descriptors.withArchitecture(model, "crystal-ball")))
                .isFalse());
    }

    @Test
    @Must("support detectors alone as a detector's provider, and classifiers alone as a classifier's")
    void theOtherTaskIsNotSupported() {
        EngineProviders found = EngineProviders.of(engine);
        assertThat(found.detectors().supports(classifierModel().descriptor())).isFalse();
        assertThat(found.classifiers().supports(detectorModel().descriptor())).isFalse();
    }

    @Test
    @Must("throw a NoProviderException that names engine and device where the device is not there, and never "
            + "run on another")
    void aDeviceThatIsNotThereIsAnErrorAndNeverTheProcessor() {
        refuses("cuda:99");
    }

    @Test
    @Must("throw a NoProviderException that names engine and device where it does not know the device's kind, "
            + "and never run on another")
    void aDeviceThatNobodyKnowsIsAnErrorAndNeverTheProcessor() {
        refuses("abacus:0");
    }

    private void refuses(String device) {
        EngineProviders found = EngineProviders.of(engine);
        EngineOptions options = EngineOptions.builder().device(device).build();
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> found.detectors()
                        .create(
                                detectorModel(),
                                DetectorOptions.builder().engine(options).build()))
                .withMessageContainingAll(engine, device);
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> found.classifiers()
                        .create(
                                classifierModel(),
                                ClassifierOptions.builder().engine(options).build()))
                .withMessageContainingAll(engine, device);
    }

    private void both(BiConsumer<EngineProvider, ModelDescriptor> check) {
        EngineProviders found = EngineProviders.of(engine);
        check.accept(found.detectors(), detectorModel().descriptor());
        check.accept(found.classifiers(), classifierModel().descriptor());
    }
}
