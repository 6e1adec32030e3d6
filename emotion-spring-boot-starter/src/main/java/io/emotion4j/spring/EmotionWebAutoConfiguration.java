package io.emotion4j.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;

/**
 * Answers a controller's {@link io.emotion4j.ImageDecodeException} with problem details (RFC 9457); {@code
 * emotion4j.problem-details=false} leaves it out.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(ProblemDetail.class)
@ConditionalOnBooleanProperty(name = "emotion4j.problem-details", matchIfMissing = true)
public final class EmotionWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PictureProblems emotionPictureProblems() {
        return new PictureProblems();
    }
}
