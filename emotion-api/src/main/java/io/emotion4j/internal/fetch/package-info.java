/** Fetches one file that somebody named, by its SHA-256. */
@NullMarked
package io.emotion4j.internal.fetch;

import org.jspecify.annotations.NullMarked;
