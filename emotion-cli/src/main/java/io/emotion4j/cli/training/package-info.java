/** The commands of the trainer. */
@NullMarked
package io.emotion4j.cli.training;

import org.jspecify.annotations.NullMarked;
