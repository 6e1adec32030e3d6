/** The ONNX Runtime backend: a session and two providers. */
@NullMarked
package io.emotion4j.onnx;

import org.jspecify.annotations.NullMarked;
