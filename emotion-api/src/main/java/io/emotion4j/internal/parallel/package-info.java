/** Work on many pictures, several at a time. */
@NullMarked
package io.emotion4j.internal.parallel;

import org.jspecify.annotations.NullMarked;
