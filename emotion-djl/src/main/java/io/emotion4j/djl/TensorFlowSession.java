package io.emotion4j.djl;

import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.family.TType;

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

    static TensorFlowSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws IOException {
        TensorFlow.require();
        TensorFlowDevice device = TensorFlowDevice.of(options);
        SavedModelFile file = SavedModelFile.read(network, weights);
        Graph graph = new Graph();
        try {
            graph.importGraphDef(device.place(file.graph()));
            Output<?> input = graph.outputOrThrow(file.input());
            Map<String, Output<?>> outputs = new LinkedHashMap<>();
            for (String name : network.outputs()) {
                outputs.put(name, graph.outputOrThrow(file.output(name)));
            }
            return new TensorFlowSession(graph, new Session(graph, device.config()), input, outputs);
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    @Override
    public List<Tensor> run(Tensor tensor) {
        try (TType value = TensorFlowTensors.upload(tensor)) {
            Session.Runner runner = session.runner().feed(input, value);
            outputs.values().forEach(runner::fetch);
            try (Result result = runner.run()) {
                List<Tensor> copies = new ArrayList<>(outputs.size());
                for (String name : outputs.keySet()) {
                    copies.add(TensorFlowTensors.copy(name, result.get(copies.size())));
                }
                return copies;
            }
        }
    }

    @Override
    public void close() {
        try (graph) {
            session.close();
        }
    }
}
