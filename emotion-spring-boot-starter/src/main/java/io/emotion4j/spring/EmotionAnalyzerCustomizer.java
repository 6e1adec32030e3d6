package io.emotion4j.spring;

import io.emotion4j.EmotionAnalyzerBuilder;

/**
 * A bean that sets on the auto-configured analyzer what no property does, such as a detector of one's own. Customizers are called in
 * their order, after the properties.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface EmotionAnalyzerCustomizer {

    /**
     * Called once, before the analyzer is opened.
     *
     * @param builder to set options on
     */
    void customize(EmotionAnalyzerBuilder builder);
}
