/** Networks as plain layer graphs: described once, then trained, folded and written in every exchange format. */
@NullMarked
package io.emotion4j.training.network;

import org.jspecify.annotations.NullMarked;
