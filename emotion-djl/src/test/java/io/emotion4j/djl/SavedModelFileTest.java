package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ModelLoadException;
import io.emotion4j.spi.NetworkSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/** A SavedModel that cannot be run is told apart before TensorFlow sees it. */
class SavedModelFileTest {

    private static final NetworkSpec NETWORK = new NetworkSpec("mine", "input", List.of("boxes"));

    @Test
    void theSignatureSaysWhichTensorAnOutputIs() throws IOException {
        SavedModelFile file = read(served("input", "boxes"));
        assertThat(file.input()).isEqualTo("input_tensor:0");
        assertThat(file.output("boxes")).isEqualTo("boxes_tensor:0");
    }

    @Test
    void anInputOfAnotherNameIsNamed() throws IOException {
        SavedModelFile file = read(served("pixels", "boxes"));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(file::input)
                .withMessageContaining("has inputs [pixels] in its SavedModel file, its descriptor says input");
    }

    @Test
    void anOutputOfAnotherNameIsNamed() throws IOException {
        SavedModelFile file = read(served("input", "frames"));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> file.output("boxes"))
                .withMessageContaining("has outputs [frames] in its SavedModel file, its descriptor says boxes");
    }

    @Test
    void aModelThatIsNotForServingSaysSo() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> read(MetaGraphDef.newBuilder()))
                .withMessageContaining("none with the tag \"serve\"");
    }

    @Test
    void anotherSignatureIsNamed() {
        MetaGraphDef.Builder graph = served("input", "boxes");
        graph.putSignatureDef("predict", graph.getSignatureDefOrThrow("serving_default"));
        graph.removeSignatureDef("serving_default");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> read(graph))
                .withMessageContaining("has the signatures [predict]")
                .withMessageContaining("expected \"serving_default\"");
    }

    @Test
    void aModelThatIsNotFrozenSaysSo() {
        MetaGraphDef.Builder graph = served("input", "boxes");
        graph.getGraphDefBuilder()
                .addNode(NodeDef.newBuilder().setName("kernel").setOp("VarHandleOp"));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> read(graph))
                .withMessageContaining("weights outside its SavedModel file (kernel); freeze it");
    }

    private static SavedModelFile read(MetaGraphDef.Builder graph) throws IOException {
        return SavedModelFile.read(
                NETWORK, SavedModel.newBuilder().addMetaGraphs(graph).build().toByteArray());
    }

    private static MetaGraphDef.Builder served(String input, String output) {
        SignatureDef signature = SignatureDef.newBuilder()
                .putInputs(
                        input, TensorInfo.newBuilder().setName("input_tensor:0").build())
                .putOutputs(
                        output,
                        TensorInfo.newBuilder().setName("boxes_tensor:0").build())
                .build();
        return MetaGraphDef.newBuilder()
                .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
                .putSignatureDef("serving_default", signature);
    }
}
