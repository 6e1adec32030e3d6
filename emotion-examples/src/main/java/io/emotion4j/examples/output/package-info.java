/** Writes what was found: as a table, as JSON, as CSV. */
@NullMarked
package io.emotion4j.examples.output;

import org.jspecify.annotations.NullMarked;
