package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmotionAnalyzerTest {

    private static final BufferedImage PICTURE = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);

    private final AtomicInteger closed = new AtomicInteger();
    private final FaceDetector detector = new FaceDetector() {
        @Override
        public List<Face> detect(RgbImage image) {
            return List.of(Face.filling(image));
        }

        @Override
        public String id() {
            return "whole";
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    };
    private final EmotionClassifier classifier = new EmotionClassifier() {
        @Override
        public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
            return faces.stream()
                    .map(face -> EmotionScores.of(labels(), 0.3f, 0.7f))
                    .toList();
        }

        @Override
        public List<Emotion> labels() {
            return List.of(Emotion.SAD, Emotion.HAPPY);
        }

        @Override
        public String engine() {
            return "pencil";
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    };
    private final EmotionAnalyzer analyzer =
            EmotionAnalyzer.builder().detector(detector).classifier(classifier).build();

    @Test
    void everyKindOfPictureGivesTheSameFaces(@TempDir Path folder) throws IOException {
        byte[] png = png();
        Path file = Files.write(folder.resolve("a.png"), png);
        for (Analysis analysis : List.of(
                analyzer.analyze(file),
                analyzer.analyze(png),
                analyzer.analyze(ByteBuffer.wrap(png)),
                analyzer.analyze(new ByteArrayInputStream(png)),
                analyzer.analyze(PICTURE),
                analyzer.analyze(RgbImage.from(PICTURE)))) {
            assertThat(analysis.width()).isEqualTo(6);
            assertThat(analysis.height()).isEqualTo(4);
            assertThat(analysis.faces()).singleElement().satisfies(face -> {
                assertThat(face.emotion()).isEqualTo(Emotion.HAPPY);
                assertThat(face.box()).isEqualTo(new BoundingBox(0, 0, 6, 4));
            });
        }
    }

    @Test
    void analysesRunOnTheExecutorGiven(@TempDir Path folder) throws IOException {
        byte[] png = png();
        Path file = Files.write(folder.resolve("a.png"), png);
        AtomicInteger ran = new AtomicInteger();
        for (var analysis : List.of(
                analyzer.analyzeAsync(file, work -> count(ran, work)),
                analyzer.analyzeAsync(png, work -> count(ran, work)),
                analyzer.analyzeAsync(RgbImage.from(PICTURE), work -> count(ran, work)))) {
            assertThat(analysis.join().faces()).hasSize(1);
        }
        assertThat(ran).hasValue(3);
    }

    @Test
    void anAnalysisSaysWhatRanAndHowLong() throws IOException {
        Analysis analysis = analyzer.analyze(png());
        assertThat(analysis.detector()).isEqualTo("whole");
        assertThat(analysis.classifier()).isEqualTo("custom");
        assertThat(analysis.engine()).isEqualTo("custom+pencil");
        assertThat(analysis.millis().decode()).isPositive();
        assertThat(analysis.millis().detect()).isNotNegative();
    }

    @Test
    void aPictureWithoutFacesIsNotClassified() {
        EmotionAnalyzer none = EmotionAnalyzer.builder()
                .detector(image -> List.of())
                .classifier(new Classifier() {
                    @Override
                    public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
                        throw new AssertionError("was called");
                    }
                })
                .build();
        assertThat(none.analyze(PICTURE)).isEmpty();
    }

    @Test
    void aBrokenPictureIsAnErrorAndNotZeroFaces() {
        assertThatExceptionOfType(ImageDecodeException.class).isThrownBy(() -> analyzer.analyze(new byte[] {1, 2, 3}));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> analyzer.analyzeAsync(new byte[] {1, 2, 3}, Runnable::run)
                        .join())
                .withCauseInstanceOf(ImageDecodeException.class);
    }

    @Test
    void aPictureBeyondTheLimitIsRefused() {
        EmotionAnalyzer strict = EmotionAnalyzer.builder()
                .detector(detector)
                .classifier(classifier)
                .decodeLimits(DecodeLimits.DEFAULT.withMaxPixels(23))
                .build();
        assertThatExceptionOfType(ImageDecodeException.class).isThrownBy(() -> strict.analyze(png()));
    }

    @Test
    void aClassifierThatForgetsAFaceIsAnError() {
        EmotionAnalyzer forgetful = EmotionAnalyzer.builder()
                .detector(detector)
                .classifier(new Classifier() {
                    @Override
                    public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
                        return List.of();
                    }
                })
                .build();
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> forgetful.analyze(PICTURE))
                .withMessageContaining("expected 1 scores, found 0");
    }

    @Test
    void detectorAndClassifierThatTheCallerGaveStayOpen() {
        analyzer.close();
        analyzer.close();
        assertThat(closed).hasValue(0);
    }

    @Test
    void useAfterCloseIsRefused() {
        analyzer.close();
        assertThatIllegalStateException().isThrownBy(() -> analyzer.analyze(PICTURE));
        assertThatIllegalStateException().isThrownBy(() -> analyzer.analyze(png()));
        assertThatIllegalStateException()
                .isThrownBy(() -> analyzer.debugCrop(RgbImage.from(PICTURE), Face.filling(RgbImage.from(PICTURE))));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> analyzer.analyzeAsync(RgbImage.from(PICTURE), Runnable::run)
                        .join())
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNullPictureIsRefusedAtTheCall() {
        assertThatNullPointerException().isThrownBy(() -> analyzer.analyze((byte[]) null));
        assertThatNullPointerException().isThrownBy(() -> analyzer.analyzeAsync((Path) null, Runnable::run));
    }

    @Test
    void aListenerHearsOfEveryPictureOnceAsItBeginsAndOnceAsItEnds() throws IOException {
        List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
        EmotionAnalyzer told = EmotionAnalyzer.builder()
                .detector(detector)
                .classifier(classifier)
                .listener(new AnalysisListener() {
                    @Override
                    public void started() {
                        heard.add("started");
                    }

                    @Override
                    public void succeeded(Analysis analysis, Duration elapsed) {
                        heard.add(analysis.faces().size() + " faces");
                    }

                    @Override
                    public void failed(Throwable failure, Duration elapsed) {
                        heard.add(failure.getClass().getSimpleName());
                    }
                })
                .build();
        int faces = told.analyze(png()).faces().size();
        assertThatExceptionOfType(ImageDecodeException.class).isThrownBy(() -> told.analyze(new byte[] {1, 2, 3}));
        told.withDeadline(Duration.ofMinutes(1))
                .analyzeAsync(png(), Runnable::run)
                .join();
        told.close();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> told.analyze(png()));
        assertThat(heard)
                .containsExactly(
                        "started",
                        faces + " faces",
                        "started",
                        "ImageDecodeException",
                        "started",
                        faces + " faces",
                        "started",
                        "IllegalStateException");
    }

    private abstract static class Classifier implements EmotionClassifier {
        @Override
        public List<Emotion> labels() {
            return List.of(Emotion.SAD);
        }
    }

    private static void count(AtomicInteger ran, Runnable work) {
        ran.incrementAndGet();
        work.run();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(PICTURE, "png", out);
        return out.toByteArray();
    }
}
