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
    private final Map<Output<?>, Tensor> constants;
    private final Map<String, Output<?>> outputs;

    private TensorFlowSession(
            Graph graph,
            Session session,
            Output<?> input,
            Map<Output<?>, Tensor> constants,
            Map<String, Output<?>> outputs) {
        this.graph = graph;
        this.session = session;
        this.input = input;
        this.constants = constants;
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
            Map<Output<?>, Tensor> constants = new LinkedHashMap<>();
            network.constants()
                    .forEach((name, value) -> constants.put(graph.outputOrThrow(file.constant(name)), value));
            return new TensorFlowSession(graph, new Session(graph, device.config()), input, constants, outputs);
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    @Override
    public List<Tensor> run(Tensor tensor) {
        List<TType> values = new ArrayList<>();
        try {
            values.add(TensorFlowTensors.upload(tensor));
            Session.Runner runner = session.runner().feed(input, values.get(0));
            for (Map.Entry<Output<?>, Tensor> constant : constants.entrySet()) {
                TType value = TensorFlowTensors.upload(constant.getValue());
                values.add(value);
                runner.feed(constant.getKey(), value);
            }
            outputs.values().forEach(runner::fetch);
            try (Result result = runner.run()) {
                List<Tensor> copies = new ArrayList<>(outputs.size());
                for (String name : outputs.keySet()) {
                    copies.add(TensorFlowTensors.copy(name, result.get(copies.size())));
                }
                return copies;
            }
        } finally {
            values.forEach(TType::close);
        }
    }

    @Override
    public void close() {
        try (graph) {
            session.close();
        }
    }
}
