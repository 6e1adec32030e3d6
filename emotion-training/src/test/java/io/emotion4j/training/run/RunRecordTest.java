package io.emotion4j.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    @TempDir
    private Path folder;

    private Path run;
    private Path data;

    @BeforeEach
    void dataLiesThere() throws IOException {
        run = folder.resolve("run");
        data = Files.writeString(folder.resolve("my data.csv"), "emotion,pixels\n");
    }

    @Test
    void newRunSaysHowItWasStarted() throws IOException {
        assertThat(record("0.1").begin(run, false)).isEmpty();

        assertThat(run.resolve(RunRecord.FILE))
                .content()
                .contains(
                        "\"command\" : \"train-x --data '" + data + "' --rate 0.1\"",
                        "\"seed\" : \"7\"",
                        "\"--rate\" : \"0.1\"",
                        "\"faces\" : 12",
                        "\"bytes\" : 15",
                        // sha256sum of the file
                        "\"sha256\" : \"" + Fingerprint.of("--data", data).sha256());
    }

    @Test
    void runThatGoesOnAsItWasStartedIsLetThrough() throws IOException {
        record("0.1").begin(run, false);
        checkpoint();

        assertThat(record("0.1").begin(run, false)).isEmpty();
    }

    @Test
    void otherOptionIsRefusedByName() throws IOException {
        record("0.1").begin(run, false);
        checkpoint();

        assertThatThrownBy(() -> record("0.2").begin(run, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(run.toString())
                .hasMessageContaining("--rate was 0.1, is 0.2")
                .hasMessageContaining("--allow-changes");
    }

    @Test
    void otherDataIsRefusedByNameWhereverItLies() throws IOException {
        record("0.1").begin(run, false);
        checkpoint();
        Files.writeString(data, "emotion,pixels\n\n");

        assertThatThrownBy(() -> record("0.1").begin(run, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--data " + data + " is not what --data " + data + " was");
    }

    @Test
    void changesThatAreAllowedAreSaidAndTheOldRecordIsKept() throws IOException {
        record("0.1").begin(run, false);
        checkpoint();

        assertThat(record("0.2").begin(run, true)).singleElement().asString().contains("--rate was 0.1, is 0.2");

        assertThat(run.resolve(RunRecord.FILE))
                .content()
                .contains("\"--rate\" : \"0.2\"", "\"before\"", "\"--rate\" : \"0.1\"");
    }

    @Test
    void folderWithoutACheckpointIsANewRun() throws IOException {
        record("0.1").begin(run, false);

        assertThat(record("0.2").begin(run, false)).isEmpty();
        assertThat(run.resolve(RunRecord.FILE))
                .content()
                .contains("\"--rate\" : \"0.2\"")
                .doesNotContain("before");
    }

    @Test
    void runWithoutARecordGoesOnWithANote() throws IOException {
        checkpoint();

        assertThat(record("0.1").begin(run, false)).singleElement().asString().contains("no run.json");
    }

    @Test
    void folderIsToldByNamesAndContent() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path two = Files.createDirectories(folder.resolve("two"));
        Files.writeString(one.resolve("a"), "text");
        Files.writeString(two.resolve("a"), "text");
        assertThat(Fingerprint.of("--data", one).sameAs(Fingerprint.of("--data", two)))
                .as("one file each")
                .isTrue();
        Files.writeString(one.resolve("b"), "text");
        Files.writeString(two.resolve("c"), "text");

        assertThat(Fingerprint.of("--data", one).sameAs(Fingerprint.of("--data", two)))
                .isFalse();
        assertThat(Fingerprint.of("--data", one).files()).isEqualTo(2);
    }

    private RunRecord record(String rate) throws IOException {
        return new RunRecord(
                List.of("train-x", "--data", data.toString(), "--rate", rate),
                Map.of("--rate", rate, "--seed", "7"),
                List.of(Fingerprint.of("--data", data)),
                Map.of("faces", 12L));
    }

    private void checkpoint() throws IOException {
        Files.createDirectories(run);
        Files.writeString(run.resolve(TrainingRun.CHECKPOINT), "");
    }
}
