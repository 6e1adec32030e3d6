package io.emotion4j.convert;

/**
 * A value of the network that is being written.
 *
 * @param name in ONNX
 * @param rank how many dimensions it has, the batch's included; of rank 4 the channels come second in ONNX, last in Keras
 */
record KerasValue(String name, int rank) {

    boolean isPicture() {
        return rank == 4;
    }
}
