package io.emotion4j.internal.session;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.PixelWriter;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.model.InputSpec;
import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * The input of a detector: a picture, letterboxed, as the pixels that it is where the network takes such, else as numbers. In memory that is
 * used again and again. Thread-safe.
 */
final class PictureInput {

    private final InputSpec spec;
    private final boolean pixels;
    private final TensorWriter writer;
    private final BufferPool buffers = BufferPool.perProcessor();

    private PictureInput(InputSpec spec) {
        this.spec = spec;
        this.pixels = PixelWriter.suits(spec);
        this.writer = TensorWriter.of(spec);
    }

    static PictureInput of(InputSpec spec) {
        return new PictureInput(spec);
    }

    /** {@return what {@code use} returns, which must not keep the tensor} */
    <T> T use(RgbImage image, Letterbox box, Function<Tensor, T> use) {
        ElementType type = pixels ? ElementType.UINT8 : ElementType.FLOAT32;
        int width = box.width();
        int height = box.height();
        int count = spec.channels().count() * width * height;
        ByteBuffer buffer = buffers.take(Math.multiplyExact(count, type.bytes()));
        try {
            if (pixels) {
                PixelWriter.write(image, box.toSource(), width, height, Border.constant(0), buffer);
            } else {
                writer.write(image, box.toSource(), width, height, Border.constant(0), buffer.asFloatBuffer(), 0);
            }
            return use.apply(Tensor.of(type, buffer, spec.shape(1, height, width)));
        } finally {
            buffers.give(buffer);
        }
    }
}
