/** What an ONNX file says, read from its bytes (protocol buffers) without any library: inputs, outputs and weights. */
@NullMarked
package io.emotion4j.internal.onnx;

import org.jspecify.annotations.NullMarked;
