package io.emotion4j.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Published detectors whose figures on the same pictures are known. */
class YuNetCheckTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"s, 0.906", "n, 0.922"})
    void averagePrecisionComesOut(String size, double ap) throws IOException {
        JsonNode report = evaluate(
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
        JsonNode report = evaluate(
                "--detector-model", Shared.yunet("n", folder).toString(),
                "--data", Shared.find("datasets/facial_keypoints").toString(),
                "--part", "val");

        assertThat(report.path("landmarks").path("mean").asDouble()).isCloseTo(0.11, within(0.005));
    }

    private static JsonNode evaluate(String... options) throws IOException {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new EvaluateDetectorCommand()).setOut(new PrintWriter(out));
        String[] all = new String[options.length + 2];
        all[0] = "--format";
        all[1] = "json";
        System.arraycopy(options, 0, all, 2, options.length);
        assertThat(command.execute(all)).isZero();
        return JsonMapper.builder().build().readTree(out.toString());
    }
}
