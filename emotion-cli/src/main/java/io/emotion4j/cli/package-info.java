/** The command line, {@code emotion4j}. */
@NullMarked
package io.emotion4j.cli;

import org.jspecify.annotations.NullMarked;
