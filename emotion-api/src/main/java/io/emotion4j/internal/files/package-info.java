/** Files that are written whole or not at all, and why one cannot be. */
@NullMarked
package io.emotion4j.internal.files;

import org.jspecify.annotations.NullMarked;
