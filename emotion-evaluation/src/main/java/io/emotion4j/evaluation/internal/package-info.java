/** What the evaluations share. */
@NullMarked
package io.emotion4j.evaluation.internal;

import org.jspecify.annotations.NullMarked;
