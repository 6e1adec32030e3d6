/** How long things take: one picture of 640x480 with one face, the classifier at 1, 4 and 16 faces, the bare engine beside. */
@NullMarked
package io.emotion4j.benchmarks;

import org.jspecify.annotations.NullMarked;
