/** Pictures of figures, as PNG files. */
@NullMarked
package io.emotion4j.evaluation.plot;

import org.jspecify.annotations.NullMarked;
