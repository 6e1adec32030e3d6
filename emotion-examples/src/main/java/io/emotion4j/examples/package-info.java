/** Small programs, one idea each, to be read and copied. The tests run them. */
@NullMarked
package io.emotion4j.examples;

import org.jspecify.annotations.NullMarked;
