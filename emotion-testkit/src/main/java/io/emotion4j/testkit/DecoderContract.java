package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ModelLoadException;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.model.Model;
import io.emotion4j.spi.DetectorOptions;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * What is asked of a {@link FaceDecoder}, by way of a model that it reads and an engine that runs it. Its test:
 *
 * <pre>{@code
 * class MyDecoderTest extends DecoderContract {
 *     MyDecoderTest() {
 *         super("onnx");
 *     }
 *
 *     @Override
 *     protected Model model() {
 *         return Model.of(Path.of("my-model"));
 *     }
 *
 *     @Override
 *     protected RgbImage pictureWithFaces() {
 *         return ...;
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public abstract class DecoderContract extends DetectorContract {

    /**
     * Names the engine.
     *
     * @param engine the name of an engine that runs the model
     */
    protected DecoderContract(String engine) {
        super(engine);
    }

    @Test
    @Must("be registered as a service FaceDecoder, in module-info or META-INF/services, under the architecture "
            + "that the model names")
    void theDecoderOfTheModelsArchitectureIsFoundByServiceLoader() {
        String architecture = model().descriptor().architecture();
        assertThat(ServiceLoader.load(FaceDecoder.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(decoder -> decoder.architecture().equals(architecture)))
                .as("decoders of architecture \"" + architecture
                        + "\"; check META-INF/services and \"provides\" in module-info")
                .hasSize(1);
    }

    @Test
    @Must("refuse an output of a wrong size with a ModelLoadException when the model is loaded, not at the "
            + "first picture")
    void anOutputOfAWrongSizeIsAnErrorWhenTheModelIsLoaded() {
        Model model = model();
        for (int output = 0; output < model.descriptor().outputs().size(); output++) {
            ShortenedEngine engine = new ShortenedEngine(providers().engine(), output);
            assertThatExceptionOfType(ModelLoadException.class)
                    .as("output " + model.descriptor().outputs().get(output) + " holds a single number")
                    .isThrownBy(() -> EngineProviders.of(engine)
                            .detectors()
                            .create(model, DetectorOptions.defaults())
                            .close());
        }
    }
}
