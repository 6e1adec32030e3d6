package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ModelLoadException;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of everything that opens a model: an error names the file, and closing twice is harmless. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SaysWhatIsAsked.class)
abstract class OpeningContract {

    private final String engine;

    OpeningContract(String engine) {
        this.engine = engine;
    }

    EngineProviders providers() {
        return EngineProviders.of(engine);
    }

    /** {@return the one format of the model that is loaded} */
    String format(ModelDescriptor model) {
        return providers().format(model);
    }

    abstract Model testedModel();

    /** Opens with the model's defaults; the caller closes. */
    abstract AutoCloseable open(Model model);

    @Test
    @Must("open a copy of the model from a folder")
    void aCopyOfTheModelOpens(@TempDir Path folder) throws Exception {
        open(copy(folder).model()).close();
    }

    @Test
    @Must("do nothing at the second close()")
    void closingTwiceIsHarmless() throws Exception {
        AutoCloseable opened = open(testedModel());
        opened.close();
        opened.close();
    }

    @Test
    @Must("open and close the same model many times in one JVM")
    void openingAndClosingAgainAndAgainIsHarmless() throws Exception {
        for (int i = 0; i < 3; i++) {
            open(testedModel()).close();
        }
    }

    @Test
    @Must("throw a ModelLoadException that names the file of the model that is missing")
    void aMissingFileIsNamed(@TempDir Path folder) throws IOException {
        SpoiledModel copy = copy(folder);
        copy.deleteWeights();
        refuses(copy.model(), copy.weights());
    }

    @Test
    @Must("throw a ModelLoadException that names the file whose SHA-256 differs, with the hash expected and "
            + "the one found")
    void aTamperedFileIsNamedWithBothHashes(@TempDir Path folder) throws IOException {
        SpoiledModel copy = copy(folder);
        copy.tamperWithWeights();
        refuses(copy.model(), copy.weights(), "SHA-256");
    }

    @Test
    @Must("throw a ModelLoadException that names the file where its bytes are no network")
    void aFileThatIsNoNetworkIsNamed(@TempDir Path folder) throws IOException {
        SpoiledModel copy = copy(folder);
        byte[] text = "This is no network.".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        refuses(copy.modelWithWeights(text), copy.weights(), engine);
    }

    @Test
    @Must("throw a ModelLoadException that names the file where it breaks off")
    void aFileThatBreaksOffIsNamed(@TempDir Path folder) throws IOException {
        SpoiledModel copy = copy(folder);
        byte[] whole = copy.readWeights();
        refuses(copy.modelWithWeights(Arrays.copyOf(whole, whole.length * 2 / 3)), copy.weights(), engine);
    }

    private void refuses(Model model, String... words) {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> open(model).close())
                .withMessageContainingAll(words);
    }

    private SpoiledModel copy(Path folder) throws IOException {
        Model model = testedModel();
        return SpoiledModel.copy(model, format(model.descriptor()), folder);
    }
}
