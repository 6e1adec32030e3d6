package io.emotion4j.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;

class WriterTest {

    @Test
    void sameNetworkGivesSameBytes() throws IOException {
        assertThat(onnx(SampleNetworks.everyLayer())).isEqualTo(onnx(SampleNetworks.everyLayer()));
        assertThat(savedModel(SampleNetworks.everyLayer())).isEqualTo(savedModel(SampleNetworks.everyLayer()));
    }

    @Test
    void onnxNamesItsOutputsInOrderAndLeavesBatchAndSidesOpen() throws IOException {
        ModelProto model = ModelProto.parseFrom(onnx(SampleNetworks.everyLayer()));

        assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(17);
        assertThat(model.getGraph().getOutputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("map", "rows", "shares", "logits");
        ValueInfoProto input = model.getGraph().getInput(0);
        assertThat(input.getName()).isEqualTo("input");
        assertThat(input.getType().getTensorType().getShape().getDimList())
                .extracting(dim -> dim.hasDimParam() ? dim.getDimParam() : Long.toString(dim.getDimValue()))
                .containsExactly("batch", "3", "height", "width");
    }

    @Test
    void savedModelIsOneFileWithTheServingSignature() throws IOException {
        SavedModel model = SavedModel.parseFrom(savedModel(SampleNetworks.everyLayer()));

        SignatureDef signature = model.getMetaGraphs(0).getSignatureDefOrThrow("serving_default");
        assertThat(signature.getInputsMap()).containsOnlyKeys("input");
        assertThat(signature.getOutputsMap()).containsOnlyKeys("map", "rows", "shares", "logits");
        assertThat(model.getMetaGraphs(0).getGraphDef().getNodeList())
                .extracting(NodeDef::getOp)
                .noneMatch(op -> op.startsWith("Var"));
    }

    @Test
    void savedModelRefusesGroupsThatTensorFlowDoesNotHave() {
        NetworkBuilder net = new NetworkBuilder(new int[] {8, 8, 8}, 1);
        Network network =
                net.output("y", net.convolution(Network.INPUT, 8, 8, 3, 1, 2)).build();

        assertThatThrownBy(() -> savedModel(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'w0'")
                .hasMessageContaining("2 groups of 4 channels");
    }

    @Test
    void writersCloseWhatTheyWriteTo() throws IOException {
        boolean[] closed = new boolean[1];
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        OnnxWriter.write(SampleNetworks.everyLayer(), out);
        assertThat(closed[0]).isTrue();
    }

    private static byte[] onnx(Network network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OnnxWriter.write(network, out);
        return out.toByteArray();
    }

    private static byte[] savedModel(Network network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SavedModelWriter.write(network, out);
        return out.toByteArray();
    }
}
