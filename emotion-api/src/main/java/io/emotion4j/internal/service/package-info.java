/** Finds the implementations of a service with {@link java.util.ServiceLoader}; one that fails hides no other. */
@NullMarked
package io.emotion4j.internal.service;

import org.jspecify.annotations.NullMarked;
