/** Measures of gray pictures. */
@NullMarked
package io.emotion4j.internal.gray;

import org.jspecify.annotations.NullMarked;
