package io.emotion4j.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes that {@code --help} promises, and one line that says why. */
@Tag("all-rooms")
class ExitCodesTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void helpIsNoFault() {
        assertThat(run("train-classifier", "--help")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("--data-weight", "Exit codes:");
    }

    @Test
    void helpShowsDefaultsWithoutAnExponent() {
        for (String command : TrainingMain.commandLine().getSubcommands().keySet()) {
            run(command, "--help");
        }
        assertThat(out.toString()).contains("0.0005", "0.004").doesNotContainPattern("\\dE-?\\d");
    }

    @Test
    void dataThatCannotBeReadIsOne() {
        assertThat(run("train-classifier", "--data=" + folder.resolve("none.csv"), "--out=" + folder))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("emotion4j train-classifier: ").hasLineCount(1);

        Path none = folder.resolve("none.onnx");
        assertThat(run("export-detector", "--run=" + none, "--out=" + folder)).isEqualTo(1);
        assertThat(err.toString()).contains("emotion4j export-detector: there is no " + none);
    }

    @Test
    void aShareInTheMeanIsCheckedFirst() {
        assertThat(run("export-detector", "--run=none.onnx", "--mean-share=0.5", "--out=" + folder))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--mean-share needs --mean-with");

        assertThat(run(
                        "export-detector",
                        "--run=none.onnx",
                        "--mean-with=none.onnx",
                        "--mean-share=2",
                        "--out=" + folder))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--mean-share must lie between 0 and 1, found 2.0");
    }

    @Test
    void optionsThatDoNotGoTogetherAreTwo() throws Exception {
        Path faces = Files.createDirectories(folder.resolve("faces/happy"));
        for (int i = 0; i < 10; i++) {
            Files.copy(Path.of("../samples/one-face.jpg"), faces.resolve(i + ".jpg"));
        }
        assertThat(run(
                        "train-classifier",
                        "--freeze-start",
                        "--data=" + faces.getParent(),
                        "--out=" + folder.resolve("run")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--freeze-start needs --start").doesNotContain("\tat ");

        assertThat(run(
                        "train-classifier",
                        "--freeze-first=2",
                        "--data=" + faces.getParent(),
                        "--out=" + folder.resolve("run")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--freeze-first needs --start").doesNotContain("\tat ");

        assertThat(run(
                        "train-classifier",
                        "--freeze-first=-1",
                        "--data=" + faces.getParent(),
                        "--out=" + folder.resolve("run")))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--freeze-first must be 0 or more, found -1")
                .doesNotContain("\tat ");
    }

    @Test
    void lossThatIsNoNumberIsSaidInOneLine() throws Exception {
        DrawnFaces.csv(folder, 4, 1);
        assertThat(run(
                        "train-classifier",
                        "--data=" + folder.resolve("fer2013.csv"),
                        "--preset=TINY",
                        "--epochs=4",
                        "--batch=4",
                        "--warm-up=0.01",
                        "--rate=1e30",
                        "--clip=1e30",
                        "--out=" + folder.resolve("run")))
                .isEqualTo(1);
        assertThat(err.toString())
                .containsPattern(
                        "emotion4j train-classifier: The loss is (NaN|Infinity) in epoch 1, batch \\d+; lower the")
                .doesNotContain("\tat ", "should not have happened");
    }

    @Test
    void aModelThatCannotBeReadIsThree() {
        assertThat(run(
                        "quantize-classifier",
                        "--model=" + folder.resolve("none"),
                        "--data=" + folder,
                        "--out=" + folder))
                .isEqualTo(3);
        assertThat(err.toString()).startsWith("emotion4j: ").hasLineCount(1);
    }

    private int run(String... arguments) {
        return TrainingMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
