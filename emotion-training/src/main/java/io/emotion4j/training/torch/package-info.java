/** Writing and training networks as TorchScript: source text, weights and optimiser, run by PyTorch through DJL. */
@NullMarked
package io.emotion4j.training.torch;

import org.jspecify.annotations.NullMarked;
