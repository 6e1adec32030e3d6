package io.emotion4j.internal.session;

import io.emotion4j.InferenceException;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;

/** Answers that are not finite are no answers: they come of broken weights, or of an input that is scaled wrongly. */
final class FiniteCheck {

    /** The bits of a float's exponent, all set in infinities and NaN. */
    private static final int EXPONENT = 0x7f80_0000;

    private FiniteCheck() {}

    static void check(String model, String output, Tensor tensor) {
        FloatBuffer numbers = tensor.floats();
        int count = numbers.remaining();
        for (int i = 0; i < count; i++) {
            float number = numbers.get(i);
            if ((Float.floatToRawIntBits(number) & EXPONENT) == EXPONENT) {
                throw new InferenceException("Output '" + output + "' of model '" + model + "' holds " + number
                        + " at index " + i + " of " + tensor
                        + "; expected finite numbers. Check the weights, \"scale\","
                        + " \"mean\" and \"std\" in \"input\", and the engine's device");
            }
        }
    }
}
