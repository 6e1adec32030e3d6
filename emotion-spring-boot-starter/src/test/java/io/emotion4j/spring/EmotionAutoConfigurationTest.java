package io.emotion4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceDetector;
import io.emotion4j.FaceEmotion;
import io.emotion4j.ImageDecodeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmotionAutoConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    EmotionAutoConfiguration.class,
                    EmotionHealthAutoConfiguration.class,
                    EmotionMetricsAutoConfiguration.class));

    @Test
    void theAnalyzerRunsTheShippedModelsAndIsClosedWithTheContext() {
        AtomicReference<EmotionAnalyzer> analyzer = new AtomicReference<>();
        context.run(started -> {
            analyzer.set(started.getBean(EmotionAnalyzer.class));
            assertThat(analyzer.get().engine()).isEqualTo("onnx");
            assertThat(started.getBean(HealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
        });
        assertThat(analyzer.get().isOpen()).isFalse();
    }

    @Test
    void propertyTakesTheModelsInWholeNumbers() {
        context.withPropertyValues("emotion4j.fast=true").run(started -> {
            EmotionAnalyzer analyzer = started.getBean(EmotionAnalyzer.class);
            assertThat(analyzer.detector()).extracting(FaceDetector::id).isEqualTo("face-pyramid-int8");
            assertThat(analyzer.classifier().id()).isEqualTo("fer-resnet-int8");
        });
    }

    @Test
    void propertiesChooseModelsAndLimits() {
        context.withPropertyValues(
                        "emotion4j.engine=onnx",
                        "emotion4j.device=cpu",
                        "emotion4j.threads=1",
                        "emotion4j.detector-model=face-pyramid",
                        "emotion4j.classifier-model=fer-resnet-int8",
                        "emotion4j.detection-size=320",
                        "emotion4j.min-confidence=0.6",
                        "emotion4j.max-overlap=0.4",
                        "emotion4j.min-face-size=12",
                        "emotion4j.max-faces=2",
                        "emotion4j.second-look=false",
                        "emotion4j.alignment=true",
                        "emotion4j.crops=false",
                        "emotion4j.max-concurrency=2",
                        "emotion4j.max-pending=10",
                        "emotion4j.deadline=10s",
                        "emotion4j.limits.max-pixels=1000000",
                        "emotion4j.limits.max-side=2000",
                        "emotion4j.limits.max-bytes=1KB")
                .run(started -> {
                    EmotionAnalyzer analyzer = started.getBean(EmotionAnalyzer.class);
                    assertThat(analyzer.classifier().id()).isEqualTo("fer-resnet-int8");
                    assertThatExceptionOfType(ImageDecodeException.class)
                            .isThrownBy(() -> analyzer.analyze(new byte[1025]))
                            .withMessageContaining("1024")
                            .matches(e -> e.reason() == ImageDecodeException.Reason.TOO_LARGE);
                });
    }

    @Test
    void priorAbstentionAndQualityComeFromProperties() {
        context.withPropertyValues("emotion4j.prior=uniform:0.5", "emotion4j.abstain-below=1", "emotion4j.quality=true")
                .run(started -> {
                    FaceEmotion face = started.getBean(EmotionAnalyzer.class)
                            .analyze(Path.of("..", "samples", "one-face.jpg"))
                            .faces()
                            .get(0);
                    assertThat(face.abstained()).isTrue();
                    assertThat(face.quality()).isNotNull();
                });
        context.withPropertyValues("emotion4j.prior=often")
                .run(started ->
                        assertThat(started).hasFailed().getFailure().rootCause().hasMessageContaining("uniform:0.5"));
    }

    @Test
    void aPropertyOutOfRangeStopsTheApplicationAndSaysWhy() {
        context.withPropertyValues("emotion4j.min-confidence=1.5")
                .run(started ->
                        assertThat(started).hasFailed().getFailure().rootCause().hasMessageContaining("1.5"));
    }

    @Test
    void anAnalyzerOfTheApplicationsOwnTakesThePlaceOfOurs() {
        context.withBean("mine", EmotionAnalyzer.class, FakeAnalyzer::open)
                .run(started ->
                        assertThat(started).hasSingleBean(EmotionAnalyzer.class).hasBean("mine"));
    }

    @Test
    void customizersComeAfterTheProperties() {
        FakeAnalyzer fake = new FakeAnalyzer();
        context.withBean(
                        EmotionAnalyzerCustomizer.class,
                        () -> builder -> builder.detector(fake).classifier(fake))
                .run(started -> assertThat(
                                started.getBean(EmotionAnalyzer.class).engine())
                        .isEqualTo("fake"));
    }

    @Test
    void metricsTellStageEngineAndOutcomeAndHowManyAreInFlight() {
        FakeAnalyzer fake = new FakeAnalyzer();
        context.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(
                        EmotionAnalyzerCustomizer.class,
                        () -> builder -> builder.detector(fake).classifier(fake))
                .run(started -> {
                    MeterRegistry registry = started.getBean(MeterRegistry.class);
                    AtomicReference<Double> during = new AtomicReference<>();
                    fake.onDetect = () -> during.set(
                            registry.get("emotion4j.analyses.in.flight").gauge().value());
                    EmotionAnalyzer analyzer = started.getBean(EmotionAnalyzer.class);
                    analyzer.analyze(FakeAnalyzer.png());
                    assertThatExceptionOfType(ImageDecodeException.class)
                            .isThrownBy(() -> analyzer.analyze(InputStream.nullInputStream()));

                    assertThat(during.get()).isEqualTo(1);
                    assertThat(registry.get("emotion4j.analyses.in.flight")
                                    .gauge()
                                    .value())
                            .isZero();
                    for (String stage : new String[] {"total", "decode", "detect", "classify"}) {
                        assertThat(count(registry, stage, "fake", "success")).isEqualTo(1);
                    }
                    assertThat(count(registry, "total", "none", "unknown_format"))
                            .isEqualTo(1);
                    assertThat(count(registry, "decode", "none", "unknown_format"))
                            .isEqualTo(1);
                });
    }

    private static long count(MeterRegistry registry, String stage, String engine, String outcome) {
        return registry.get("emotion4j.analysis")
                .tags("stage", stage, "engine", engine, "outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void withoutActuatorAndMicrometerTheAnalyzerIsThereAllTheSame() {
        context.withClassLoader(new FilteredClassLoader(HealthIndicator.class, MeterRegistry.class))
                .withBean("mine", EmotionAnalyzer.class, FakeAnalyzer::open)
                .run(started -> assertThat(started)
                        .hasNotFailed()
                        .doesNotHaveBean("emotionHealthIndicator")
                        .doesNotHaveBean("emotionAnalysisMetrics"));
    }

    @Test
    void theHealthIndicatorCanBeSwitchedOff() {
        context.withBean("mine", EmotionAnalyzer.class, FakeAnalyzer::open)
                .withPropertyValues("management.health.emotion.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void aNativeImageCarriesModelsAndNatives() {
        RuntimeHints hints = new RuntimeHints();
        new EmotionRuntimeHints().registerHints(hints, getClass().getClassLoader());
        assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/emotion4j/models.index"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/emotion4j/models/fer-resnet/model.onnx"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("ai/onnxruntime/native/linux-x64/libonnxruntime.so"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/services/io.emotion4j.decoder.FaceDecoder"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource()
                        .forResource("ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib.dSYM/Contents/Info.plist"))
                .rejects(hints);
    }

    @Test
    void everyPropertyIsDescribedForCompletion() throws Exception {
        try (InputStream metadata = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            assertThat(new String(metadata.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains(
                            "\"emotion4j.engine\"",
                            "Engine by its name",
                            "\"emotion4j.limits.max-bytes\"",
                            "\"emotion4j.health.interval\"",
                            "\"emotion4j.problem-details\"");
        }
    }
}
