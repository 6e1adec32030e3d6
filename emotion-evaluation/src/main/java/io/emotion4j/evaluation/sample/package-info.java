/** Average faces: what each expression looks like to a classifier, and nobody's portrait. */
@NullMarked
package io.emotion4j.evaluation.sample;

import org.jspecify.annotations.NullMarked;
