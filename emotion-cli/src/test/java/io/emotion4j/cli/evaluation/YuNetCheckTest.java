package io.emotion4j.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published detectors whose figures on the same pictures are known. */
class YuNetCheckTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"s, 0.906", "n, 0.922"})
    void averagePrecisionComesOut(String size, double ap) throws IOException {
        JsonNode report = DetectorRun.evaluate(
                "--detector-model",
                Shared.yunet(size, folder).toString(),
                "--data",
                Shared.find("datasets/widerface").toString(),
                "--part",
                "val",
                "--max-overlap",
                "0.45",
                "--min-confidence",
                "0.05",
                "--plots",
                folder.toString());

        assertThat(report.path("pictures").asInt()).isEqualTo(346);
        assertThat(report.path("faces").asInt()).isEqualTo(1012);
        assertThat(report.path("ap").asDouble()).isCloseTo(ap, within(0.001));
        assertThat(folder.resolve("precision-recall.png")).isNotEmptyFile();
    }

    @Test
    void landmarksLieATenthOfTheEyeDistanceOff() throws IOException {
        JsonNode report = DetectorRun.evaluate(
                "--detector-model", Shared.yunet("n", folder).toString(),
                "--data", Shared.find("datasets/facial_keypoints").toString(),
                "--part", "val");

        assertThat(report.path("landmarks").path("mean").asDouble()).isCloseTo(0.11, within(0.005));
    }
}
