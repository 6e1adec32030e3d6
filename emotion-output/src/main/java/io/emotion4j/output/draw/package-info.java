/** Draws what was found over a picture. Needs no font, no display and no screen. */
@NullMarked
package io.emotion4j.output.draw;

import org.jspecify.annotations.NullMarked;
