/**
 * What an engine implements: an {@link io.emotion4j.spi.InferenceSession} and two providers of a few lines, found with
 * {@link java.util.ServiceLoader}. Pre- and post-processing are not an engine's business: {@link
 * io.emotion4j.spi.SessionBacked} brings both.
 */
@NullMarked
package io.emotion4j.spi;

import org.jspecify.annotations.NullMarked;
