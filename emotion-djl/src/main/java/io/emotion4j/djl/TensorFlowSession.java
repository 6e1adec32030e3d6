package io.emotion4j.djl;

import io.emotion4j.InferenceException;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** A frozen graph in TensorFlow. Its sessions are safe to run from many threads at once. */
final class TensorFlowSession implements InferenceSession {

    private final Graph graph;
    private final Session session;
    private final Output<?> input;
    private final Map<String, Output<?>> outputs;

    private TensorFlowSession(Graph graph, Session session, Output<?> input, Map<String, Output<?>> outputs) {
        this.graph = graph;
        this.session = session;
        this.input = input;
        this.outputs = outputs;
    }

    static TensorFlowSession open(ModelDescriptor model, byte[] weights, EngineOptions options) throws IOException {
        TensorFlow.require();
        TensorFlowDevice device = TensorFlowDevice.of(options);
        SavedModelFile file = SavedModelFile.read(model, weights);
        Graph graph = new Graph();
        try {
            graph.importGraphDef(device.place(file.graph()));
            Output<?> input = graph.outputOrThrow(file.input());
            Map<String, Output<?>> outputs = new LinkedHashMap<>();
            for (String name : model.outputs()) {
                outputs.put(name, graph.outputOrThrow(file.output(name)));
            }
            return new TensorFlowSession(graph, new Session(graph, device.config()), input, outputs);
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        try (TFloat32 tensor = upload(inputs.values().iterator().next())) {
            Session.Runner runner = session.runner().feed(input, tensor);
            outputs.values().forEach(runner::fetch);
            try (Result result = runner.run()) {
                return copy(result);
            }
        }
    }

    private static TFloat32 upload(Tensor input) {
        TFloat32 tensor = TFloat32.tensorOf(Shape.of(input.shape()));
        FloatBuffer numbers = input.data();
        DataBuffers.of(numbers).copyTo(tensor.asRawTensor().data().asFloats(), numbers.remaining());
        return tensor;
    }

    /** Outputs are small, and copied so that nobody has to release them. */
    private Map<String, Tensor> copy(Result result) {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        for (String name : outputs.keySet()) {
            if (!(result.get(copies.size()) instanceof TFloat32 tensor)) {
                throw new InferenceException(
                        "Output '" + name + "' is " + result.get(copies.size()).dataType() + ", expected float32");
            }
            FloatBuffer copy = FloatBuffer.allocate(Math.toIntExact(tensor.size()));
            tensor.asRawTensor().data().asFloats().copyTo(DataBuffers.of(copy), tensor.size());
            copies.put(name, Tensor.of(copy, tensor.shape().asArray()));
        }
        return copies;
    }

    @Override
    public void close() {
        try (graph) {
            session.close();
        }
    }
}
