/** The ONNX Runtime backend: an engine and its sessions. */
@NullMarked
package io.emotion4j.onnx;

import org.jspecify.annotations.NullMarked;
