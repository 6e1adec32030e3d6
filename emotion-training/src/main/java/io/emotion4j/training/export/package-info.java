/** Writing trained networks as model folders: ONNX, TorchScript and SavedModel with descriptor, card and golden vectors. */
@NullMarked
package io.emotion4j.training.export;

import org.jspecify.annotations.NullMarked;
