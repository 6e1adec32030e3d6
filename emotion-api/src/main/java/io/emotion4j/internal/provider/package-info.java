/** Finds engines with {@link java.util.ServiceLoader} and chooses one. */
@NullMarked
package io.emotion4j.internal.provider;

import org.jspecify.annotations.NullMarked;
