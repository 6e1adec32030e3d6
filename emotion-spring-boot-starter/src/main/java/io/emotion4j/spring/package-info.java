/** An {@link io.emotion4j.EmotionAnalyzer} as a bean of a Spring Boot application, configured by {@code emotion4j.*}. */
@NullMarked
package io.emotion4j.spring;

import org.jspecify.annotations.NullMarked;
