/** Training of the expression classifier. */
@NullMarked
package io.emotion4j.training.classifier;

import org.jspecify.annotations.NullMarked;
