/** Pictures cut and resized to whole bytes as other libraries do it, for models whose pixels were made so. */
@NullMarked
package io.emotion4j.internal.resize;

import org.jspecify.annotations.NullMarked;
