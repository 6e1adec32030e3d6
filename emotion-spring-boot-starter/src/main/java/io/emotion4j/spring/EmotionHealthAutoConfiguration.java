package io.emotion4j.spring;

import io.emotion4j.EmotionAnalyzer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Whether the application can analyze pictures, as a part of its health; {@code management.health.emotion.enabled=false} leaves it out.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = EmotionAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(EmotionAnalyzer.class)
@ConditionalOnEnabledHealthIndicator("emotion")
public final class EmotionHealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "emotionHealthIndicator")
    HealthIndicator emotionHealthIndicator(EmotionAnalyzer analyzer, EmotionProperties properties) {
        return new ProbeHealthIndicator(analyzer, properties.health(), System::nanoTime);
    }
}
