/** What the library is measured beside: ONNX Runtime and OpenCV, called directly. */
@NullMarked
package io.emotion4j.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
