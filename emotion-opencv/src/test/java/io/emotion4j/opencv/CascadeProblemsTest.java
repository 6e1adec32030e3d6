package io.emotion4j.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code models check} of cascades, beside what OpenCV makes of the same files. */
class CascadeProblemsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haarcascades/haarcascade_frontalface_default.xml",
                "haarcascades/haarcascade_frontalface_alt_tree.xml",
                "haarcascades/haarcascade_profileface.xml",
                "lbpcascades/lbpcascade_frontalface_improved.xml"
            })
    void nothingIsWrongWithWhatOpenCvBrings(String name) throws IOException {
        Model model = CascadeFolder.write(folder, CascadeFolder.xml(name), "{}");
        assertThat(ModelProblems.of(folder)).isEmpty();
        EmotionAnalyzer.builder().detectorModel(model).buildDetector().close();
    }

    @Test
    void aFileThatWasCutOffIsNamed() throws IOException {
        byte[] xml = CascadeFolder.frontalXml();
        CascadeFolder.write(folder, Arrays.copyOf(xml, xml.length / 2), "{}");
        assertThat(ModelProblems.of(folder))
                .singleElement()
                .asString()
                .contains("it is no whole XML file: it ends or breaks at line ");
    }

    @Test
    void stagesThatLackAreCounted() throws IOException {
        String xml = new String(CascadeFolder.frontalXml(), StandardCharsets.UTF_8);
        CascadeFolder.write(
                folder,
                xml.replace("<stageNum>25</stageNum>", "<stageNum>26</stageNum>")
                        .getBytes(StandardCharsets.UTF_8),
                "{}");
        assertThat(ModelProblems.of(folder))
                .singleElement()
                .asString()
                .contains("it has 25 stages where stageNum says 26; it was cut or changed: copy it again");
    }

    @Test
    void theDescriptorsMistakesAreToldAtOnce() throws IOException {
        CascadeFolder.write(folder, CascadeFolder.frontalXml(), "{\"scaleFactor\": 1, \"neighbors\": 3}");
        assertThat(ModelProblems.of(folder))
                .anySatisfy(
                        p -> assertThat(p).contains("\"decoder.scaleFactor\" must lie within 1.01 to 10, found 1.0"))
                .anySatisfy(p -> assertThat(p)
                        .contains("\"decoder.neighbors\" is unknown to this architecture, which has [scaleFactor,"))
                .hasSize(2);
    }
}
