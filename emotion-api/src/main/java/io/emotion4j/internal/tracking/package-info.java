/** Follows faces from frame to frame: motion, matching, smoothing. */
@NullMarked
package io.emotion4j.internal.tracking;

import org.jspecify.annotations.NullMarked;
