/** Makes networks as Keras and TensorFlow save them such as the engines read, and networks of 8-bit numbers. */
@NullMarked
package io.emotion4j.convert;

import org.jspecify.annotations.NullMarked;
