package io.emotion4j.convert;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operation;
import org.tensorflow.RawTensor;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Has TensorFlow restore a SavedModel, and reads what its variables hold. */
final class TensorFlowVariables {

    static final String TAG = "serve";

    private TensorFlowVariables() {}

    /** What a variable holds. */
    record Value(TensorProto tensor) {

        long elements() {
            long elements = 1;
            for (TensorShapeProto.Dim side : tensor.getTensorShape().getDimList()) {
                elements *= side.getSize();
            }
            return elements;
        }
    }

    /**
     * Freezes it.
     *
     * @param values receives the variables by the names of their nodes
     * @return a whole {@code saved_model.pb}
     * @throws IllegalArgumentException if TensorFlow cannot load it, or it uses its variables for more than reading them
     */
    static byte[] freeze(Path folder, Map<String, Value> values) {
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString(), TAG)) {
            MetaGraphDef content = bundle.metaGraphDef();
            for (NodeDef node : content.getGraphDef().getNodeList()) {
                if (FrozenGraph.VARIABLES.contains(node.getOp())) {
                    values.put(node.getName(), read(bundle, node));
                }
            }
            Map<String, TensorProto> tensors = new LinkedHashMap<>();
            values.forEach((name, value) -> tensors.put(name, value.tensor()));
            return SavedModel.newBuilder()
                    .setSavedModelSchemaVersion(1)
                    .addMetaGraphs(new FrozenGraph(content, tensors).freeze())
                    .build()
                    .toByteArray();
        } catch (TensorFlowException e) {
            throw new IllegalArgumentException("TensorFlow cannot load it (" + e.getMessage() + ")", e);
        }
    }

    private static Value read(SavedModelBundle bundle, NodeDef node) {
        Operation variable = bundle.graph().operation(node.getName());
        if (variable == null) {
            throw new IllegalArgumentException("variable '" + node.getName() + "' is not in the loaded graph");
        }
        Session.Runner runner = bundle.session().runner();
        if (node.getOp().equals("VarHandleOp")) {
            DataType type = node.getAttrOrThrow("dtype").getType();
            Operation read = bundle.graph()
                    .opBuilder(
                            "ReadVariableOp",
                            "emotion4j/read/" + node.getName(),
                            bundle.graph().baseScope())
                    .addInput(variable.output(0))
                    .setAttr("dtype", type)
                    .build();
            runner.fetch(read.output(0));
        } else {
            runner.fetch(variable.output(0));
        }
        try (Result result = runner.run()) {
            return new Value(proto(result.get(0)));
        }
    }

    private static TensorProto proto(Tensor tensor) {
        RawTensor raw = tensor.asRawTensor();
        byte[] bytes = new byte[Math.toIntExact(raw.data().size())];
        raw.data().read(bytes);
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long side : tensor.shape().asArray()) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(side));
        }
        return TensorProto.newBuilder()
                .setDtype(tensor.dataType())
                .setTensorShape(shape)
                .setTensorContent(ByteString.copyFrom(bytes))
                .build();
    }
}
