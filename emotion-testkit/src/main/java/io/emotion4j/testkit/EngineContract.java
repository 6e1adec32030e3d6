package io.emotion4j.testkit;

import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import org.junit.jupiter.api.Nested;

/**
 * All that is asked of an {@link io.emotion4j.spi.Engine}. Its test:
 *
 * <pre>{@code
 * class MyEngineContractTest extends EngineContract {
 *     MyEngineContractTest() {
 *         super("my-engine");
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public abstract class EngineContract {

    private final String engine;

    /**
     * Names the engine.
     *
     * @param engine the engine's name, by which it is found
     */
    protected EngineContract(String engine) {
        this.engine = engine;
    }

    /** {@return the detector to test with; the shipped one unless overridden} */
    protected Model detectorModel() {
        return ShippedModel.detector();
    }

    /** {@return the classifier to test with; the shipped one unless overridden} */
    protected Model classifierModel() {
        return ShippedModel.classifier();
    }

    /** {@return a picture in which the detector finds faces} */
    protected RgbImage pictureWithFaces() {
        return ContractPictures.withFaces();
    }

    /** The engine as a provider of detectors and classifiers. */
    @Nested
    class Providers extends ProviderContract {

        Providers() {
            super(engine);
        }

        @Override
        protected Model detectorModel() {
            return EngineContract.this.detectorModel();
        }

        @Override
        protected Model classifierModel() {
            return EngineContract.this.classifierModel();
        }
    }

    /** The sessions. */
    @Nested
    class Sessions extends SessionContract {

        Sessions() {
            super(engine);
        }

        @Override
        protected Model model() {
            return classifierModel();
        }

        @Override
        protected Model otherModel() {
            return detectorModel();
        }
    }

    /** The detector, and its decoder. */
    @Nested
    class Detector extends DecoderContract {

        Detector() {
            super(engine);
        }

        @Override
        protected Model model() {
            return detectorModel();
        }

        @Override
        protected RgbImage pictureWithFaces() {
            return EngineContract.this.pictureWithFaces();
        }
    }

    /** The classifier. */
    @Nested
    class Classifier extends ClassifierContract {

        Classifier() {
            super(engine);
        }

        @Override
        protected Model model() {
            return classifierModel();
        }
    }
}
