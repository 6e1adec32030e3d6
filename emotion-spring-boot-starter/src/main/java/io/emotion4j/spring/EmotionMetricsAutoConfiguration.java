package io.emotion4j.spring;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Metrics of the analyses, where the application has a meter registry.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
        before = EmotionAutoConfiguration.class,
        // Spring Boot 4, and 3.
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public final class EmotionMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AnalysisMetrics emotionAnalysisMetrics(MeterRegistry registry) {
        return new AnalysisMetrics(registry);
    }
}
