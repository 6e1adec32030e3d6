/** Work on many pictures, several at a time. */
@NullMarked
package io.emotion4j.evaluation.internal.parallel;

import org.jspecify.annotations.NullMarked;
