package io.emotion4j.spi;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.model.Model;

/**
 * Opens expression classifiers that are no network of an {@link Engine}: a rule, another library, a service. Found with {@link
 * java.util.ServiceLoader}.
 *
 * @since 0.1.0
 */
public interface EmotionClassifierProvider extends EngineProvider {

    /**
     * Opens a classifier.
     *
     * @param model a model that this provider {@linkplain #supports supports}
     * @param options how
     * @return the classifier; the caller closes
     * @throws io.emotion4j.ModelLoadException if the model cannot be loaded
     * @throws io.emotion4j.NoProviderException if the device is not there
     */
    EmotionClassifier create(Model model, ClassifierOptions options);
}
