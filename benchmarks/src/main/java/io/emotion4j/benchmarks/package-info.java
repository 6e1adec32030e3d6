/** How long things take, by JMH: every step on pictures of several kinds, beside the bare engine and OpenCV in the same run. */
@NullMarked
package io.emotion4j.benchmarks;

import org.jspecify.annotations.NullMarked;
