package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line itself; what it finds in pictures is shown by {@link SamplePictureTest}. */
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void qualityIsMeasuredWhereItIsAskedFor() {
        Path photo = Path.of("..", "samples", "one-face.jpg");
        assertThat(Run.of("--format", "jsonl", photo).out()).contains("\"quality\":null");
        assertThat(Run.of("--format", "jsonl", "--quality", photo).out())
                .containsPattern("\"quality\":\\{\"eyeDistance\":[0-9.]+,\"sharpness\":[0-9.]+,\"brightness\":[0-9.]+,"
                        + "\"yaw\":-?[0-9.]+,\"roll\":-?[0-9.]+}");
    }

    @Test
    void helpNamesEveryOptionAndExitCode() {
        Run run = Run.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "--format", "--annotate", "--engine", "--threads", "--min-confidence", "--recursive", "--crops")
                .contains("doctor", "models", "evaluate-classifier", "make-sample", "unpack-sheets")
                .containsSubsequence("Exit codes:", "0 ", "1 ", "2 ", "3 ", "4 ");
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(Run.of("--version").out()).matches("emotion4j \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void withoutAPictureTheUsageIsShown() {
        Run run = Run.of();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("Name at least one picture or folder").contains("Usage: emotion4j");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--threads=0",
                "--min-confidence=2",
                "--max-megapixels=0",
                "--max-faces=0",
                "--format=xml",
                "--device=gpu",
                "--wrong"
            })
    void wrongOptionIsNamed(String option) {
        Run run = Run.of(option, "a.png");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines().findFirst().orElse("")).contains(option.replaceAll("=.*", ""));
    }

    @Test
    void afterAPictureOptionsAndHelpAreThoseOfTheWholeProgram() {
        Path photo = Path.of("..", "samples", "one-face.jpg");
        Run help = Run.of(photo, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).isEqualTo(Run.of("--help").out());
        Run wrong = Run.of(photo, "--wrong");
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).isEqualTo(Run.of("--wrong", photo).err()).contains("evaluate-detector");
        assertThat(Run.of(photo, "--format=csv").out())
                .isEqualTo(Run.of("--format=csv", photo).out());
    }

    @Test
    void leastConfidenceMayAlsoBeCalledLeastScore() {
        assertThat(Run.of("--min-score=2", "a.png").err()).startsWith("--min-confidence");
    }

    @Test
    void modelThatIsNotThereIsNamedAndNothingRuns() {
        Run run = Run.of("--classifier-model", folder, "a.png");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_READY);
        assertThat(run.err()).startsWith("emotion4j: No model at " + folder);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void shippedModelIsChosenByItsId() {
        Run run = Run.of("--classifier-model", "fer-resnet-int8", SamplePictureTest.SAMPLE);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("7 faces", "classifier fer-resnet-int8");
    }

    @Test
    void fastTakesBothModelsInWholeNumbersAndNoOthers() {
        Run run = Run.of("--fast", SamplePictureTest.SAMPLE);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("7 faces", "detector face-pyramid-int8", "classifier fer-resnet-int8");

        Run both = Run.of("--fast", "--classifier-model", "fer-resnet", SamplePictureTest.SAMPLE);
        assertThat(both.code()).isEqualTo(ExitCode.USAGE);
        assertThat(both.err()).contains("fast(true) and classifierModel(...)");
    }

    @Test
    void engineThatIsNotThereIsNamedWithThoseThatAre() {
        Run run = Run.of("--engine", "abacus", "a.png");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_READY);
        assertThat(run.err()).contains("no engine is called 'abacus'", "onnx");
    }

    @Test
    void doctorWithAnUnknownEngineSaysNotReady() {
        Run run = Run.of("doctor", "--engine", "abacus");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_READY);
        assertThat(run.out())
                .contains("none chosen: no engine is called 'abacus'")
                .contains("FAIL runs", "--   runs")
                .endsWith("see the lines above." + System.lineSeparator());
    }
}
