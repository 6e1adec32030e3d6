/** The command line, {@code emotion4j}. */
@NullMarked
package io.emotion4j.examples.cli;

import org.jspecify.annotations.NullMarked;
