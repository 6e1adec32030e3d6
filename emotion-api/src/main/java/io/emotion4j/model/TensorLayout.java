package io.emotion4j.model;

/**
 * The order of a picture tensor's axes: batch N, channel C, row H, column W.
 *
 * @since 0.1.0
 */
public enum TensorLayout {
    /** A plane a channel: ONNX and PyTorch. */
    NCHW,
    /** The channels of a pixel side by side: TensorFlow. */
    NHWC
}
