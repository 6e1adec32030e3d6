package io.emotion4j.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.emotion4j.NoProviderException;
import io.emotion4j.ProviderReport;
import io.emotion4j.ProviderReport.Verdict;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelOnDisk;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.FaceDetectorProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectorTest {

    private static final Supplier<Availability> YES = () -> Availability.yes("version 1");
    private static final Supplier<Availability> LOADED = () -> {
        throw new AssertionError("was loaded");
    };

    private static final FaceDetectorProvider SLOW = new TestProvider("slow", 10, true, YES);
    private static final FaceDetectorProvider FAST = new TestProvider("fast", 50, true, YES);
    private static final FaceDetectorProvider ALSO_FAST = new TestProvider("also-fast", 50, true, YES);
    private static final FaceDetectorProvider BROKEN =
            new TestProvider("broken", 90, true, () -> Availability.no("libbroken.so is missing"));
    private static final FaceDetectorProvider CRASHING = new TestProvider("crashing", 90, true, () -> {
        throw new UnsatisfiedLinkError("libcrash.so");
    });

    @TempDir
    Path folder;

    private Model model;

    @BeforeEach
    void writeModel() {
        model = ModelOnDisk.detector(folder).write();
    }

    @Test
    void theHighestPriorityIsChosen() {
        assertThat(choose(SLOW, FAST).name()).isEqualTo("fast");
    }

    @Test
    void aNameIsChosenThoughAnotherHasTheHigherPriority() {
        assertThat(Selector.choose(found(SLOW, FAST), model, "slow").name()).isEqualTo("slow");
    }

    @Test
    void aNameMustMatchExactlyAndNothingElseIsTaken() {
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> Selector.choose(found(FAST), model, "FAST"))
                .withMessageContaining("no engine is called 'FAST'")
                .withMessageContaining("fast: not preferred, engine 'FAST' was asked for");
    }

    @Test
    void aNamedEngineThatIsNotAvailableIsNotReplaced() {
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> Selector.choose(found(BROKEN, FAST), model, "broken"))
                .withMessageContaining("engine 'broken' cannot run it here")
                .withMessageContaining("broken: unusable, libbroken.so is missing");
    }

    @Test
    void anEngineThatIsNotAvailableIsPassedOver() {
        assertThat(choose(BROKEN, SLOW).name()).isEqualTo("slow");
    }

    @Test
    void anEngineThatThrowsALinkageErrorIsPassedOver() {
        assertThat(choose(CRASHING, SLOW).name()).isEqualTo("slow");
    }

    @Test
    void anEngineThatOverflowsTheStackIsPassedOver() {
        TestProvider deep = new TestProvider("deep", 90, true, () -> {
            throw new StackOverflowError();
        });
        assertThat(choose(deep, SLOW).name()).isEqualTo("slow");
    }

    @Test
    void anEngineThatDoesNotSupportTheModelIsPassedOverWithoutBeingLoaded() {
        TestProvider other = new TestProvider("other", 90, false, LOADED);
        assertThat(choose(other, FAST).name()).isEqualTo("fast");
    }

    @Test
    void anEngineOfLowerPriorityIsNotLoadedWhenABetterOneRuns() {
        TestProvider lower = new TestProvider("lower", 10, true, LOADED);
        assertThat(choose(FAST, lower).name()).isEqualTo("fast");
    }

    @Test
    void aTieIsAnErrorThatNamesBoth() {
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> choose(FAST, ALSO_FAST))
                .withMessageContaining("'also-fast' and 'fast' have the same priority 50");
    }

    @Test
    void aTieIsDecidedByAName() {
        assertThat(Selector.choose(found(FAST, ALSO_FAST), model, "fast").name())
                .isEqualTo("fast");
    }

    @Test
    void aTieBelowTheBestDoesNotMatter() {
        TestProvider top = new TestProvider("top", 99, true, YES);
        assertThat(choose(FAST, ALSO_FAST, top).name()).isEqualTo("top");
    }

    @Test
    void withoutAnyEngineTheMessageNamesTheCoordinatesToAdd() {
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> Selector.choose(found(), model, null))
                .withMessageContaining("face-detection with model 'finder'")
                .withMessageContaining("onnx: absent")
                .withMessageContaining("add io.emotion4j:emotion-onnx")
                .withMessageContaining("pytorch: absent, would need the model as torchscript")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("add io.emotion4j:emotion-djl"));
    }

    @Test
    void anEngineIsSuggestedWhereTheModelComesInItsFormat() {
        model = ModelOnDisk.detector(folder)
                .withFile("savedmodel", "saved_model.pb", new byte[] {1})
                .write();
        assertThat(Selector.report(found(), model, null).toString())
                .contains("tensorflow: absent, not on the class path or module path; add io.emotion4j:emotion-djl")
                .doesNotContain("add io.emotion4j:emotion-onnx");
    }

    @Test
    void theReportSaysWhatIsChosenAndWhyTheOthersAreNot() {
        ProviderReport report = Selector.report(found(SLOW, FAST, BROKEN), model, null);
        assertThat(report.problem()).isNull();
        assertThat(report.chosen())
                .isNotNull()
                .satisfies(c -> assertThat(c.engine()).isEqualTo("fast"));
        assertThat(report.candidates())
                .extracting(ProviderReport.Candidate::engine, ProviderReport.Candidate::verdict)
                .containsExactly(
                        tuple("broken", Verdict.UNUSABLE),
                        tuple("fast", Verdict.CHOSEN),
                        tuple("slow", Verdict.NOT_PREFERRED),
                        tuple("onnx", Verdict.ABSENT),
                        tuple("pytorch", Verdict.ABSENT),
                        tuple("tensorflow", Verdict.ABSENT));
        assertThat(report.toString()).contains("slow: not preferred, version 1; 'fast' goes before it");
    }

    private FaceDetectorProvider choose(FaceDetectorProvider... providers) {
        return Selector.choose(found(providers), model, null);
    }

    private static Providers<FaceDetectorProvider> found(FaceDetectorProvider... providers) {
        return new Providers<>(Stream.of(providers).map(Providers.Found::of).toList(), List.of());
    }
}
