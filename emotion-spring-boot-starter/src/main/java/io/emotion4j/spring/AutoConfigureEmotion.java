package io.emotion4j.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Gives a test slice such as {@code @WebMvcTest} the real analyzer. Without it a slice has the problem details alone, and the test puts
 * its own analyzer there, for instance by {@code @MockitoBean}.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration({EmotionMetricsAutoConfiguration.class, EmotionAutoConfiguration.class})
public @interface AutoConfigureEmotion {}
