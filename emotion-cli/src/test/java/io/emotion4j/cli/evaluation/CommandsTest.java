package io.emotion4j.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void wrongDataGivesOneLineAndExitCodeOne() throws IOException {
        Path csv = Files.writeString(folder.resolve("fer2013.csv"), "emotion,pixels,Usage\n9,0,PublicTest\n");

        int code = run(new EvaluateClassifierCommand(), "--model", descriptor(), "--data", csv.toString());

        assertThat(err.toString().strip())
                .startsWith("evaluate-classifier: " + csv + ":2: ")
                .hasLineCount(1);
        assertThat(code).isEqualTo(1);
    }

    @Test
    void wordsAreTakenInAnyCaseAndOtherWordsNameTheRightOnes() throws IOException {
        int code = run(
                new EvaluateClassifierCommand(),
                "--model",
                descriptor(),
                "--data",
                "nowhere",
                "--truth",
                "Votes",
                "--part",
                "PublicTest");
        assertThat(code).isEqualTo(1);

        code = run(new EvaluateClassifierCommand(), "--data", "nowhere", "--truth", "guesses");
        assertThat(err.toString()).contains("expected one of [labels, votes], found 'guesses'");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aModelThatIsNotThereIsNamed() {
        int code = run(new EvaluateDetectorCommand(), "--data", "nowhere", "--model", "nonesuch");

        assertThat(err.toString()).contains("No model 'nonesuch': expected a descriptor");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void closeUpsOfNoPixelsAreRefusedBeforeAnythingIsRead() {
        int code = run(new EvaluateDetectorCommand(), "--data", "nowhere", "--close-ups", "0");

        assertThat(err.toString()).contains("--close-ups takes 1 pixel or more, found 0");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void sheetsThatAreNotThereGiveOneLineAndExitCodeOne() {
        Path nowhere = folder.resolve("nowhere");

        int code = run(
                new UnpackSheetsCommand(),
                nowhere.toString(),
                folder.resolve("out").toString());

        assertThat(err.toString().strip())
                .startsWith("unpack-sheets: ")
                .contains(nowhere.toString())
                .hasLineCount(1);
        assertThat(code).isEqualTo(1);
    }

    private int run(Object command, String... options) {
        return Main.configured(new CommandLine(command))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }

    private String descriptor() throws IOException {
        return Files.writeString(folder.resolve("model.json"), """
                        {"formatVersion": 1, "id": "absent", "version": "1", "task": "emotion-classification",
                         "architecture": "softmax-classifier",
                         "files": {"onnx": {"path": "m.onnx", "sha256": "%s", "bytes": 1}},
                         "input": {"name": "input", "width": 48, "height": 48, "layout": "NCHW", "channels": "GRAY",
                                   "scale": 1, "mean": [0], "std": [1]},
                         "outputs": ["p"], "scores": {"output": "p", "kind": "logits"}, "labels": ["sad", "happy"],
                         "face": {"margin": 0},
                         "license": "MIT", "trainingData": "none", "source": "none", "metrics": {}}
                        """.formatted("0".repeat(64)))
                .toString();
    }
}
