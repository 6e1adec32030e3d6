package io.emotion4j.convert;

import com.google.protobuf.ByteString;
import com.google.protobuf.TextFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Writes a SavedModel as TensorFlow 2 and Keras do: the variables beside it, handed as resources to a function that calls another. The
 * network is softmax(relu(conv(image)) summed over places x dense + bias).
 */
final class FunctionSavedModel {

    static final float[] KERNEL = {0.5f, -0.25f, 1, 0.75f, -1, 0.5f, 0.25f, -0.5f};
    static final float[] BIAS = {0.1f, -0.2f};

    private static final String GRAPH = """
            versions { producer: 1087 }
            node { name: "serving_default_image" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } }
              attr { key: "shape" value { shape { dim { size: -1 } dim { size: 4 } dim { size: 4 } dim { size: 1 } } } } }
            node { name: "conv/kernel" op: "VarHandleOp" attr { key: "dtype" value { type: DT_FLOAT } }
              attr { key: "shared_name" value { s: "conv/kernel" } }
              attr { key: "shape" value { shape { dim { size: 2 } dim { size: 2 } dim { size: 1 } dim { size: 2 } } } } }
            node { name: "conv/bias" op: "VarHandleOp" attr { key: "dtype" value { type: DT_FLOAT } }
              attr { key: "shared_name" value { s: "conv/bias" } } attr { key: "shape" value { shape { dim { size: 2 } } } } }
            node { name: "StatefulPartitionedCall" op: "StatefulPartitionedCall"
              input: "serving_default_image" input: "conv/kernel" input: "conv/bias"
              attr { key: "Tin" value { list { type: DT_FLOAT type: DT_RESOURCE type: DT_RESOURCE } } }
              attr { key: "Tout" value { list { type: DT_FLOAT } } }
              attr { key: "f" value { func { name: "wrapper" } } } }
            node { name: "saver_filename" op: "Placeholder" attr { key: "dtype" value { type: DT_STRING } }
              attr { key: "shape" value { shape { } } } }
            node { name: "names" op: "Const" attr { key: "dtype" value { type: DT_STRING } } attr { key: "value" value { tensor {
              dtype: DT_STRING tensor_shape { dim { size: 2 } } string_val: "a/.ATTRIBUTES/VARIABLE_VALUE"
              string_val: "b/.ATTRIBUTES/VARIABLE_VALUE" } } } }
            node { name: "slices" op: "Const" attr { key: "dtype" value { type: DT_STRING } } attr { key: "value" value { tensor {
              dtype: DT_STRING tensor_shape { dim { size: 2 } } string_val: "" string_val: "" } } } }
            node { name: "restored" op: "RestoreV2" input: "saver_filename" input: "names" input: "slices"
              attr { key: "dtypes" value { list { type: DT_FLOAT type: DT_FLOAT } } } }
            node { name: "assign_a" op: "AssignVariableOp" input: "conv/kernel" input: "restored"
              attr { key: "dtype" value { type: DT_FLOAT } } }
            node { name: "assign_b" op: "AssignVariableOp" input: "conv/bias" input: "restored:1"
              attr { key: "dtype" value { type: DT_FLOAT } } }
            node { name: "restore_all" op: "NoOp" input: "^assign_a" input: "^assign_b" }
            library {
              function {
                signature { name: "wrapper" input_arg { name: "image" type: DT_FLOAT } input_arg { name: "a" type: DT_RESOURCE }
                  input_arg { name: "b" type: DT_RESOURCE } output_arg { name: "scores" type: DT_FLOAT } is_stateful: true }
                node_def { name: "inner" op: "StatefulPartitionedCall" input: "image" input: "a" input: "b"
                  attr { key: "Tin" value { list { type: DT_FLOAT type: DT_RESOURCE type: DT_RESOURCE } } }
                  attr { key: "Tout" value { list { type: DT_FLOAT } } } attr { key: "f" value { func { name: "inner" } } } }
                node_def { name: "Identity" op: "Identity" input: "inner:output:0" attr { key: "T" value { type: DT_FLOAT } } }
                ret { key: "scores" value: "Identity:output:0" }
              }
              function {
                signature { name: "inner" input_arg { name: "image" type: DT_FLOAT } input_arg { name: "a" type: DT_RESOURCE }
                  input_arg { name: "b" type: DT_RESOURCE } output_arg { name: "y" type: DT_FLOAT } is_stateful: true }
                node_def { name: "conv" op: "Conv2D" input: "image" input: "read_a:value:0"
                  attr { key: "T" value { type: DT_FLOAT } } attr { key: "padding" value { s: "VALID" } }
                  attr { key: "strides" value { list { i: 1 i: 1 i: 1 i: 1 } } } }
                node_def { name: "read_a" op: "ReadVariableOp" input: "a" attr { key: "dtype" value { type: DT_FLOAT } } }
                node_def { name: "passed" op: "Identity" input: "b" attr { key: "T" value { type: DT_RESOURCE } } }
                node_def { name: "read_b" op: "ReadVariableOp" input: "passed:output:0"
                  attr { key: "dtype" value { type: DT_FLOAT } } }
                node_def { name: "biased" op: "BiasAdd" input: "conv:output:0" input: "read_b:value:0"
                  attr { key: "T" value { type: DT_FLOAT } } }
                node_def { name: "axes" op: "Const" attr { key: "dtype" value { type: DT_INT32 } } attr { key: "value" value { tensor {
                  dtype: DT_INT32 tensor_shape { dim { size: 2 } } int_val: 1 int_val: 2 } } } }
                node_def { name: "pooled" op: "Mean" input: "biased:output:0" input: "axes:output:0"
                  attr { key: "T" value { type: DT_FLOAT } } attr { key: "Tidx" value { type: DT_INT32 } } }
                node_def { name: "soft" op: "Softmax" input: "pooled:output:0" attr { key: "T" value { type: DT_FLOAT } } }
                ret { key: "y" value: "soft:softmax:0" }
              }
            }""";

    private FunctionSavedModel() {}

    static void write(Path folder) throws Exception {
        write(folder, GRAPH);
    }

    /** One whose function writes into a variable, too. */
    static void writeOneThatCounts(Path folder) throws Exception {
        write(folder, GRAPH.replace("node_def { name: \"axes\"", """
                        node_def { name: "count" op: "AssignAddVariableOp" input: "b" input: "read_b:value:0"
                          attr { key: "dtype" value { type: DT_FLOAT } } }
                        node_def { name: "axes\""""));
    }

    private static void write(Path folder, String text) throws Exception {
        Files.createDirectories(folder.resolve("variables"));
        SavedModel.Builder model = SavedModel.newBuilder().setSavedModelSchemaVersion(1);
        TextFormat.merge("""
                meta_graphs {
                  meta_info_def { tags: "serve" }
                  saver_def { filename_tensor_name: "saver_filename:0" restore_op_name: "restore_all" version: V2 }
                  signature_def { key: "serving_default" value { method_name: "tensorflow/serving/predict"
                    inputs { key: "image" value { name: "serving_default_image:0" dtype: DT_FLOAT tensor_shape {
                      dim { size: -1 } dim { size: 4 } dim { size: 4 } dim { size: 1 } } } }
                    outputs { key: "scores" value { name: "StatefulPartitionedCall:0" dtype: DT_FLOAT tensor_shape {
                      dim { size: -1 } dim { size: 2 } } } } } }
                }""", model);
        TextFormat.merge(text, model.getMetaGraphsBuilder(0).getGraphDefBuilder());
        Files.write(folder.resolve("saved_model.pb"), model.build().toByteArray());
        save(folder.resolve("variables/variables"));
    }

    /** The variables' files, by TensorFlow itself. */
    private static void save(Path prefix) throws Exception {
        GraphDef.Builder graph = GraphDef.newBuilder();
        TextFormat.merge("""
                node { name: "names" op: "Const" attr { key: "dtype" value { type: DT_STRING } } attr { key: "value" value { tensor {
                  dtype: DT_STRING tensor_shape { dim { size: 2 } } string_val: "a/.ATTRIBUTES/VARIABLE_VALUE"
                  string_val: "b/.ATTRIBUTES/VARIABLE_VALUE" } } } }
                node { name: "slices" op: "Const" attr { key: "dtype" value { type: DT_STRING } } attr { key: "value" value { tensor {
                  dtype: DT_STRING tensor_shape { dim { size: 2 } } string_val: "" string_val: "" } } } }
                node { name: "save" op: "SaveV2" input: "prefix" input: "names" input: "slices" input: "a" input: "b"
                  attr { key: "dtypes" value { list { type: DT_FLOAT type: DT_FLOAT } } } }""", graph);
        graph.addNode(constant("a", KERNEL, 2, 2, 1, 2));
        graph.addNode(constant("b", BIAS, 2));
        graph.addNode(NodeDef.newBuilder()
                .setName("prefix")
                .setOp("Const")
                .putAttr(
                        "dtype",
                        AttrValue.newBuilder().setType(DataType.DT_STRING).build())
                .putAttr(
                        "value",
                        AttrValue.newBuilder()
                                .setTensor(TensorProto.newBuilder()
                                        .setDtype(DataType.DT_STRING)
                                        .setTensorShape(TensorShapeProto.getDefaultInstance())
                                        .addStringVal(ByteString.copyFromUtf8(prefix.toString())))
                                .build()));
        try (Graph built = new Graph()) {
            built.importGraphDef(graph.build());
            try (Session session = new Session(built)) {
                session.runner().addTarget("save").run().close();
            }
        }
    }

    private static NodeDef constant(String name, float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorShapeProto.Builder sides = TensorShapeProto.newBuilder();
        for (int side : shape) {
            sides.addDim(TensorShapeProto.Dim.newBuilder().setSize(side));
        }
        return NodeDef.newBuilder()
                .setName(name)
                .setOp("Const")
                .putAttr(
                        "dtype",
                        AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
                .putAttr(
                        "value",
                        AttrValue.newBuilder()
                                .setTensor(TensorProto.newBuilder()
                                        .setDtype(DataType.DT_FLOAT)
                                        .setTensorShape(sides)
                                        .setTensorContent(ByteString.copyFrom(bytes)))
                                .build())
                .build();
    }
}
