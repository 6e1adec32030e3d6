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
import picocli.CommandLine;

/** A public model whose figures on FER2013's PublicTest part are known: if these come out, the evaluation is right. */
class MiniXceptionCheckTest {

    @TempDir
    Path folder;

    @Test
    void labelsGive655PercentOfAllAnd639WithoutDuplicates() throws IOException {
        JsonNode report =
                evaluate("--truth", "labels", "--plots", folder.resolve("plots").toString());

        assertThat(report.path("pictures").asInt()).isEqualTo(3528);
        assertThat(report.path("accuracy").asDouble()).isCloseTo(0.655, within(0.0005));
        assertThat(report.path("withoutDuplicates").path("pictures").asInt()).isEqualTo(3253);
        assertThat(report.path("withoutDuplicates").path("accuracy").asDouble()).isCloseTo(0.639, within(0.0005));
        assertThat(folder.resolve("plots/confusion.png")).isNotEmptyFile();
        assertThat(folder.resolve("plots/reliability.png")).isNotEmptyFile();
    }

    @Test
    void votesGive664Percent() throws IOException {
        JsonNode report = evaluate("--truth", "votes");

        assertThat(report.path("pictures").asInt()).isEqualTo(3323);
        assertThat(report.path("accuracy").asDouble()).isCloseTo(0.664, within(0.0005));
    }

    private JsonNode evaluate(String... more) throws IOException {
        String[] options = {
            "--format", "json",
            "--model", Shared.miniXception(folder).toString(),
            "--data", Shared.find("datasets/fer2013").toString()
        };
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new EvaluateClassifierCommand()).setOut(new PrintWriter(out));
        String[] all = new String[options.length + more.length];
        System.arraycopy(options, 0, all, 0, options.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        assertThat(command.execute(all)).isZero();
        return JsonMapper.builder().build().readTree(out.toString());
    }
}
