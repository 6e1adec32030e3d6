package io.emotion4j.training.detector;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a reference detector wants its pictures, and what its outputs mean. Grids of strides 8, 16 and 32, row by row. */
interface ReferenceForm {

    /** {@return the planes in the network's order: 0 = red} */
    int[] channels();

    /**
     * {@return what the network wants for a colour value}
     *
     * @param value 0 to 255
     */
    float scaled(float value);

    /**
     * Reads one grid.
     *
     * @param outputs the values of the network's outputs, in the network's order
     * @param level 0 for the finest
     * @param first number of the grid's first cell
     */
    void read(List<FloatBuffer> outputs, int level, int cellsASide, int first, ReferenceDetector.Answer answer);

    /**
     * Tells the form by the outputs.
     *
     * @param hints outputs that are no answers
     * @throws IOException if they are of no form that is known, or the input takes no float32 numbers
     */
    static ReferenceForm of(OrtSession session, Path file, List<String> hints) throws IOException, OrtException {
        for (NodeInfo input : session.getInputInfo().values()) {
            if (!(input.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
                throw new IOException("The reference detector " + file + " takes " + input.getInfo()
                        + ", expected float32 [N,3,H,W] as published YuNet and SCRFD take it; name such a file");
            }
        }
        List<String> names = new ArrayList<>(session.getOutputInfo().keySet());
        if (names.containsAll(YuNetForm.OUTPUTS)) {
            return new YuNetForm(names);
        }
        names.removeAll(hints);
        List<Long> lengths = new ArrayList<>();
        session.getOutputInfo().forEach((name, output) -> {
            if (!hints.contains(name)) {
                long[] shape = output.getInfo() instanceof TensorInfo tensor ? tensor.getShape() : new long[0];
                lengths.add(shape.length == 0 ? -1 : shape[shape.length - 1]);
            }
        });
        if (ScrfdForm.couldHave(lengths)) {
            return new ScrfdForm();
        }
        throw new IOException(
                "The reference detector " + file + " has outputs " + names + " whose last dimensions are " + lengths
                        + "; expected YuNet's " + YuNetForm.OUTPUTS + ", or SCRFD's with points: " + ScrfdForm.LENGTHS);
    }
}
