/**
 * The tests that every backend must pass. A backend's own test extends {@link io.emotion4j.testkit.EngineContract} and is
 * about ten lines long; a backend that makes detectors or classifiers without sessions extends the contracts that it can
 * keep.
 *
 * <p>They run with the shipped models, so {@code io.emotion4j:emotion-models} is needed in test scope, unless the test
 * names models of its own.
 */
@NullMarked
package io.emotion4j.testkit;

import org.jspecify.annotations.NullMarked;
