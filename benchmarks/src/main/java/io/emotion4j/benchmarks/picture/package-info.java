/** The pictures that are measured with: made from the project's own sample, the same in every run. */
@NullMarked
package io.emotion4j.benchmarks.picture;

import org.jspecify.annotations.NullMarked;
