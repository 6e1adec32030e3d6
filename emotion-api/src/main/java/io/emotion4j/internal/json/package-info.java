/** A small strict JSON reader: enough for model descriptors, so that no library is needed for them. */
@NullMarked
package io.emotion4j.internal.json;

import org.jspecify.annotations.NullMarked;
