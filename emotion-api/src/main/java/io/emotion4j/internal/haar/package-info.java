/** What descriptors say of OpenCV's cascades, which another module runs. */
@NullMarked
package io.emotion4j.internal.haar;

import org.jspecify.annotations.NullMarked;
