/** Commands that evaluate models, to be added to a command-line program. */
@NullMarked
package io.emotion4j.cli.evaluation;

import org.jspecify.annotations.NullMarked;
