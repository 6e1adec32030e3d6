package io.emotion4j.training.torch;

/**
 * How the weights follow their gradients.
 *
 * @since 0.1.0
 */
public enum OptimizerKind {
    /** Stochastic gradient descent with Nesterov momentum 0.9. */
    SGD,
    /** AdamW (Loshchilov and Hutter 2019), betas 0.9 and 0.999. */
    ADAMW,
    /**
     * Muon (Jordan et al. 2024): the momentum (Nesterov, 0.95) of a convolution's filters, seen as a matrix, is made nearly orthogonal
     * before each step, so that every direction is learnt at the same pace. Steps are scaled to the size of AdamW's (Liu et al.
     * 2025), which moves what is no matrix: depthwise filters, biases, batch normalisation, first and last layers.
     */
    MUON
}
