package io.emotion4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedModelsTest {

    private static final Path MODELS = Path.of("src/main/resources/META-INF/emotion4j/models");

    @Test
    void everyFileThatADescriptorNamesIsThereAndUndamaged() {
        for (Model model : Model.shipped()) {
            for (ModelFile file : files(model.descriptor())) {
                assertThat(model.read(file)).as("%s of %s", file.path(), model).hasSize((int) file.bytes());
            }
        }
    }

    @Test
    void noFileIsShippedThatNoDescriptorNames() throws IOException {
        Set<String> named = new HashSet<>();
        for (Model model : Model.shipped()) {
            String location = model.location();
            String folder = location.substring(0, location.lastIndexOf('/') + 1);
            named.add(location.substring(location.indexOf("META-INF")));
            files(model.descriptor())
                    .forEach(file -> named.add(folder.substring(folder.indexOf("META-INF")) + file.path()));
        }
        for (String module : new String[] {"emotion-models", "emotion-models-pytorch", "emotion-models-tensorflow"}) {
            Path root = Path.of("..", module, "src/main/resources");
            try (Stream<Path> shipped = Files.walk(root.resolve("META-INF/emotion4j/models"))) {
                assertThat(shipped.filter(Files::isRegularFile)
                                .map(file -> root.relativize(file).toString().replace('\\', '/')))
                        .isNotEmpty()
                        .allMatch(named::contains);
            }
        }
    }

    @Test
    void weightsOfOneFormatLieInAJarOfTheirOwn() {
        assertThat(Model.shipped("fer-resnet").descriptor().files())
                .containsOnlyKeys("onnx", "torchscript", "savedmodel");
        assertThat(MODELS.resolve("fer-resnet/model.pt")).doesNotExist();
        assertThat(MODELS.resolve("fer-resnet/saved_model.pb")).doesNotExist();
    }

    @Test
    void theArchiveAndItsPomNameTheWeightsLicence() throws IOException {
        String licence = Files.readString(Path.of("target/classes/META-INF/LICENSE"));

        assertThat(licence).contains("SPDX-License-Identifier: CC-BY-NC-4.0");
        assertThat(Path.of("target/classes/META-INF/NOTICE")).exists();
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<name>CC-BY-NC-4.0</name>");
    }

    @Test
    void everyModelSaysItsLicenceItsDataAndItsGoldenPair() {
        for (Model model : Model.shipped()) {
            ModelDescriptor descriptor = model.descriptor();
            assertThat(descriptor.license()).as("licence of %s", model).isNotEmpty();
            assertThat(descriptor.trainingData())
                    .as("training data of %s", model)
                    .isNotEmpty();
            assertThat(descriptor.golden()).as("golden pair of %s", model).isNotNull();
            assertThat(descriptor.card()).as("card of %s", model).isNotNull();
        }
    }

    @Test
    void descriptorsAreWrittenAsTheyAreShipped() throws IOException {
        for (Model model : Model.shipped()) {
            String location = model.location();
            Path file = MODELS.resolve(location.substring(location.indexOf("/models/") + "/models/".length()));
            assertThat(model.descriptor().toJson()).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(Model.shipped()).extracting(model -> model.descriptor().id()).doesNotHaveDuplicates();
    }

    @Test
    void modelsForOneTaskAreNeverShippedWithoutTheOther() {
        List<ModelTask> tasks = Model.shipped().stream()
                .map(model -> model.descriptor().task())
                .distinct()
                .toList();
        assertThat(tasks.size()).isIn(0, ModelTask.values().length);
    }

    private static List<ModelFile> files(ModelDescriptor descriptor) {
        List<ModelFile> files = new ArrayList<>(descriptor.files().values());
        GoldenSpec golden = descriptor.golden();
        if (golden != null) {
            files.add(golden.file());
        }
        ModelFile card = descriptor.card();
        if (card != null) {
            files.add(card);
        }
        ModelFile evaluation = descriptor.evaluation();
        if (evaluation != null) {
            files.add(evaluation);
        }
        return files;
    }
}
