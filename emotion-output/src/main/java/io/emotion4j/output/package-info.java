/** Writes what was found: as a table, as JSON, as CSV. */
@NullMarked
package io.emotion4j.output;

import org.jspecify.annotations.NullMarked;
