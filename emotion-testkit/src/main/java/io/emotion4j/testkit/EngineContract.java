package io.emotion4j.testkit;

import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.spi.SessionOpener;
import org.junit.jupiter.api.Nested;

/**
 * All that is asked of a backend made of sessions. Its test:
 *
 * <pre>{@code
 * class MyEngineContractTest extends EngineContract {
 *     MyEngineContractTest() {
 *         super("my-engine", "onnx", MySession::open);
 *     }
 * }
 * }</pre>
 */
public abstract class EngineContract {

    private final String engine;
    private final String format;
    private final SessionOpener opener;

    /**
     * Names the backend.
     *
     * @param engine the engine's name
     * @param format the format that it loads, such as {@code "onnx"}
     * @param opener loads weights, as the providers do
     */
    protected EngineContract(String engine, String format, SessionOpener opener) {
        this.engine = engine;
        this.format = format;
        this.opener = opener;
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
        return Pictures.withFaces();
    }

    /** The providers. */
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
            super(format, opener);
        }

        @Override
        protected Model model() {
            return classifierModel();
        }
    }

    /** The detector. */
    @Nested
    class Detector extends DetectorContract {

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
