package io.emotion4j.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** {@code evaluate-detector} as users run it, and the report that it prints. */
final class DetectorRun {

    private DetectorRun() {}

    static JsonNode evaluate(String... options) throws IOException {
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
