package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.ModelLoadException;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about a model is what its descriptor says. */
class ModelInfoTest {

    private static final String SHIPPED = "/META-INF/emotion4j/models/fer-resnet/model.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void evaluationIsGivenAsItIs() throws Exception {
        String evaluation = "{\"pictures\":3,\"confusion\":[[1,2],[0,3]]}";
        Model model = model(descriptor -> named(descriptor, evaluation));
        assertThat(classifier(model).evaluation()).isEqualTo(JSON.readTree(evaluation));
        assertThat(classifier(model(descriptor -> descriptor.remove("evaluation")))
                        .evaluation())
                .isNull();
    }

    @Test
    void evaluationThatIsNoJsonIsNamed() throws Exception {
        Model model = model(descriptor -> named(descriptor, "{no"));
        assertThatThrownBy(() -> classifier(model))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContainingAll("fer-resnet", "evaluation.json");
    }

    @Test
    void accuracyIsThatOfTheOutputInUse() throws Exception {
        Model votes = model(descriptor -> {});
        assertThat(summary(votes).accuracy()).isEqualTo(figure("fer_plus_valid_accuracy"));
        Model labels = model(descriptor -> ((ObjectNode) descriptor.get("scores")).put("output", "logits_fer2013"));
        assertThat(summary(labels).accuracy()).isEqualTo(figure("fer2013_valid_accuracy"));
    }

    @Test
    void figureThatTheCardHasNotIsNull() throws Exception {
        Model model = model(descriptor -> descriptor.putObject("metrics").put("balanced_accuracy", 0.5));
        assertThat(summary(model).accuracy()).isNull();
        assertThat(summary(model).precision()).isNull();
        Model precise = model(descriptor -> descriptor.putObject("metrics").put("test_precision", 0.25));
        assertThat(summary(precise).precision()).isEqualTo(0.25);
    }

    private void named(ObjectNode descriptor, String evaluation) {
        try {
            byte[] bytes = evaluation.getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve("evaluation.json"), bytes);
            descriptor
                    .putObject("evaluation")
                    .put("path", "evaluation.json")
                    .put(
                            "sha256",
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .put("bytes", bytes.length);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The shipped descriptor without its files, changed. */
    private Model model(Consumer<ObjectNode> change) throws IOException {
        ObjectNode descriptor = (ObjectNode) shipped();
        descriptor.remove("card");
        change.accept(descriptor);
        Path file = folder.resolve("model.json");
        Files.write(file, JSON.writeValueAsBytes(descriptor));
        return Model.of(file);
    }

    private static double figure(String name) throws IOException {
        return shipped().get("metrics").get(name).asDouble();
    }

    private static JsonNode shipped() throws IOException {
        try (InputStream in = Model.class.getResourceAsStream(SHIPPED)) {
            return JSON.readTree(in);
        }
    }

    private static Contract.ModelCard classifier(Model model) {
        return ModelInfo.models(service(model)).classifier();
    }

    private static Contract.Summary summary(Model model) {
        return ModelInfo.summary(service(model));
    }

    private static EmotionService service(Model model) {
        FakeModels fake = FakeModels.quick();
        EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                .detector(fake)
                .classifier(fake.classifier())
                .build();
        return new EmotionService(analyzer, null, model, "none");
    }
}
