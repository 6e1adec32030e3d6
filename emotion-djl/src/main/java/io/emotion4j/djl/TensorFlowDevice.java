package io.emotion4j.djl;

import io.emotion4j.NoProviderException;
import io.emotion4j.spi.EngineOptions;
import java.util.concurrent.atomic.AtomicInteger;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Where a graph runs and with how many threads.
 *
 * @param name as TensorFlow writes it; empty for the processor
 * @param threads that share the work of one operation
 */
record TensorFlowDevice(String name, int threads) {

    private static final System.Logger LOGGER = System.getLogger(TensorFlowDevice.class.getName());
    private static final String CUDA = "cuda:";
    /** TensorFlow keeps one pool for the whole process, as wide as its first session asked for. */
    private static final AtomicInteger POOL = new AtomicInteger();

    /**
     * Finds the device that was asked for.
     *
     * @throws NoProviderException if it is not there
     */
    static TensorFlowDevice of(EngineOptions options) {
        int pool = POOL.compareAndExchange(0, options.intraOpThreads());
        if (pool != 0 && pool != options.intraOpThreads()) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "TensorFlow keeps the {0} threads that this process asked for first, not {1}",
                    pool,
                    options.intraOpThreads());
        }
        String device = options.device();
        if (device.equals(EngineOptions.CPU)) {
            return new TensorFlowDevice("", options.intraOpThreads());
        }
        if (!device.startsWith(CUDA)) {
            throw new NoProviderException(
                    "Engine 'tensorflow' knows devices \"cpu\" and \"cuda:0\", \"cuda:1\" and so on, " + "found \""
                            + device + "\"");
        }
        TensorFlowDevice gpu =
                new TensorFlowDevice("/device:GPU:" + device.substring(CUDA.length()), options.intraOpThreads());
        gpu.check(device);
        return gpu;
    }

    /** Asks TensorFlow to put one number there. */
    private void check(String device) {
        TensorProto zero = TensorProto.newBuilder()
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(TensorShapeProto.getDefaultInstance())
                .addFloatVal(0)
                .build();
        NodeDef node = NodeDef.newBuilder()
                .setName("zero")
                .setOp("Const")
                .setDevice(name)
                .putAttr(
                        "dtype",
                        AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
                .putAttr("value", AttrValue.newBuilder().setTensor(zero).build())
                .build();
        ConfigProto strict = config().toBuilder().setAllowSoftPlacement(false).build();
        try (Graph graph = new Graph()) {
            graph.importGraphDef(GraphDef.newBuilder().addNode(node).build());
            try (Session session = new Session(graph, strict)) {
                session.runner().fetch("zero").run().close();
            }
        } catch (TensorFlowException | IllegalArgumentException e) {
            throw new NoProviderException(
                    "Engine 'tensorflow' cannot run on \"" + device + "\": " + Causes.of(e) + "; use "
                            + "org.tensorflow:tensorflow-core-native with the classifier of your machine that ends in -gpu "
                            + "and check the driver, CUDA and cuDNN, or use device \"cpu\"",
                    e);
        }
    }

    /** {@return the graph with every node on this device} */
    GraphDef place(GraphDef graph) {
        if (name.isEmpty()) {
            return graph;
        }
        GraphDef.Builder placed = graph.toBuilder();
        placed.getNodeBuilderList().forEach(node -> node.setDevice(name));
        return placed.build();
    }

    ConfigProto config() {
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                // The caller's thread runs the graph, else all callers would queue for the threads of a pool.
                .setInterOpParallelismThreads(-1)
                // Shapes are computed on the processor even where pictures are not.
                .setAllowSoftPlacement(true);
        if (name.isEmpty()) {
            config.putDeviceCount("GPU", 0);
        }
        return config.build();
    }
}
