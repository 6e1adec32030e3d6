/** The commands of the trainer. */
@NullMarked
package io.emotion4j.training.cli;

import org.jspecify.annotations.NullMarked;
