/** The PyTorch and TensorFlow backends: for each a session and two providers. */
@NullMarked
package io.emotion4j.djl;

import org.jspecify.annotations.NullMarked;
