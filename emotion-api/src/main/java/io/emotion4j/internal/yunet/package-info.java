/** The decoder of YuNet's outputs. */
@NullMarked
package io.emotion4j.internal.yunet;

import org.jspecify.annotations.NullMarked;
