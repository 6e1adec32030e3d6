package io.emotion4j.spring;

import io.emotion4j.AnalysisListener;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * One {@link EmotionAnalyzer} for the application, unless it has its own. It is opened as the context starts, so that a missing engine
 * or model is noticed then, and closed with the context, after the analyses that are running have ended.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@EnableConfigurationProperties(EmotionProperties.class)
@ImportRuntimeHints(EmotionRuntimeHints.class)
public final class EmotionAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    EmotionAnalyzer emotionAnalyzer(
            EmotionProperties properties,
            ObjectProvider<AnalysisListener> listeners,
            ObjectProvider<EmotionAnalyzerCustomizer> customizers) {
        EmotionAnalyzerBuilder builder = AnalyzerFactory.builder(properties);
        builder.listener(new Listeners(listeners.orderedStream().toList()));
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }
}
