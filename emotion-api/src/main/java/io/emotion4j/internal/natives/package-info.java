/** Native libraries: unpacked once and safely, and what is wrong where one cannot be loaded. */
@NullMarked
package io.emotion4j.internal.natives;

import org.jspecify.annotations.NullMarked;
