package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.FaceDetectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is asked of an engine's detectors, and of those that have no engine.
 *
 * @since 0.1.0
 */
public abstract class DetectorContract extends OpeningContract {

    private final @Nullable FaceDetectorProvider provider;
    private Model model;
    private FaceDetector detector;

    /**
     * Names the engine.
     *
     * @param engine the engine's name
     */
    @SuppressWarnings("NullAway.Init")
    protected DetectorContract(String engine) {
        super(engine);
        this.provider = null;
    }

    /**
     * Names the provider of detectors without an engine. Its test says {@link #model()} and {@link #pictureWithFaces()}.
     *
     * @param provider opens the model, of which it loads the only format
     */
    @SuppressWarnings("NullAway.Init")
    protected DetectorContract(FaceDetectorProvider provider) {
        super(provider.name());
        this.provider = provider;
    }

    /** {@return the detector to test with; the shipped one unless overridden} */
    protected Model model() {
        return ShippedModel.detector();
    }

    /** {@return a picture in which the detector finds faces} */
    protected RgbImage pictureWithFaces() {
        return ContractPictures.withFaces();
    }

    private FaceDetectorProvider detectors() {
        return provider == null ? providers().detectors() : provider;
    }

    @Override
    final String format(ModelDescriptor model) {
        return provider == null
                ? super.format(model)
                : model.files().keySet().iterator().next();
    }

    @Override
    final Model testedModel() {
        return model;
    }

    @Override
    final FaceDetector open(Model model) {
        return open(model, DetectorOptions.defaults());
    }

    private FaceDetector open(Model model, DetectorOptions options) {
        return detectors().create(model, options);
    }

    @BeforeAll
    void openDetector() {
        model = model();
        detector = open(model);
    }

    @AfterAll
    void closeDetector() {
        if (detector != null) {
            detector.close();
        }
    }

    @Test
    @Must("return the model's id from id() and the engine's name from engine()")
    void theDetectorSaysWhichModelRunsOnWhichEngine() {
        assertThat(detector.id()).isEqualTo(model.descriptor().id());
        assertThat(detector.engine()).isEqualTo(detectors().name());
    }

    @Test
    @Must("find the faces of the contract's picture, each inside it, most confident first, above the "
            + "confidence and below the overlap of the descriptor")
    void facesAreFoundInsideThePictureSortedAndApart() {
        RgbImage image = pictureWithFaces();
        List<Face> faces = detector.detect(image);
        assertThat(faces).isNotEmpty();
        checkFaces(faces, image);
    }

    @Test
    @Must("cut the boxes of faces at the edge to the picture")
    void facesAtTheEdgeStayInsideThePicture() {
        RgbImage image = pictureWithFaces();
        for (Face face : detector.detect(image).subList(0, 1)) {
            BoundingBox box = face.box();
            for (float part : new float[] {0.1f, 0.25f, 0.5f}) {
                int x = Math.round(box.x() + part * box.width());
                int y = Math.round(box.y() + part * box.height());
                for (RgbImage cut : List.of(ContractPictures.from(image, x, 0), ContractPictures.from(image, 0, y))) {
                    checkFaces(detector.detect(cut), cut);
                }
            }
        }
    }

    @Test
    @Must("find no face in a picture of one colour")
    void anEvenPictureHasNoFace() {
        for (int gray : new int[] {0, 128, 255}) {
            assertThat(detector.detect(ContractPictures.even(320, 240, gray)))
                    .as("gray " + gray)
                    .isEmpty();
        }
    }

    @Test
    @Must("answer a picture of one pixel, one column or two rows with an empty list")
    void aPictureOfOnePixelOrOneRowHasNoFace() {
        assertThat(detector.detect(ContractPictures.even(1, 1, 90))).isEmpty();
        assertThat(detector.detect(ContractPictures.even(1, 500, 90))).isEmpty();
        assertThat(detector.detect(ContractPictures.even(2000, 2, 90))).isEmpty();
    }

    @Test
    @Must("find the same faces again after pictures of other sizes; nothing may be left in shared buffers")
    void picturesOfManySizesInTurnDoNotDisturbEachOther() {
        RgbImage image = pictureWithFaces();
        List<Face> first = detector.detect(image);
        for (int step = 1; step < 6; step++) {
            detector.detect(ContractPictures.blotches(40 * step, 300 - 40 * step));
        }
        checkSame(first, detector.detect(image));
    }

    @Test
    @Must("give each of eight threads that use it at once what one thread alone gets")
    void eightThreadsGetWhatOneGets() throws Exception {
        RgbImage image = pictureWithFaces();
        List<RgbImage> pictures = new ArrayList<>();
        List<List<Face>> alone = new ArrayList<>();
        for (int i = 0; i < Concurrently.THREADS; i++) {
            pictures.add(ContractPictures.from(image, 5 * i, 3 * i));
            alone.add(detector.detect(pictures.get(i)));
        }
        Concurrently.check(thread -> checkSame(alone.get(thread), detector.detect(pictures.get(thread))));
    }

    @Test
    @Must("take confidence and overlap from the options where they name them, not from the descriptor")
    void theThresholdsOfTheOptionsReplaceTheModels() {
        RgbImage image = pictureWithFaces();
        List<Face> faces = detector.detect(image);
        float score = faces.get(faces.size() / 2).confidence();
        try (FaceDetector strict =
                open(model, DetectorOptions.builder().minConfidence(score).build())) {
            assertThat(strict.detect(image))
                    .isNotEmpty()
                    .allSatisfy(face -> assertThat(face.confidence()).isGreaterThanOrEqualTo(score));
        }
        try (FaceDetector lenient =
                open(model, DetectorOptions.builder().maxOverlap(1).build())) {
            assertThat(lenient.detect(image)).hasSizeGreaterThanOrEqualTo(faces.size());
        }
    }

    @Test
    @Must("keep to maxFaces, the most confident ones, and to minFaceSize of the options")
    void atMostSoManyFacesAndNoneSmallerThanAskedFor() {
        RgbImage image = pictureWithFaces();
        Face best = detector.detect(image).get(0);
        try (FaceDetector one =
                open(model, DetectorOptions.builder().maxFaces(1).build())) {
            checkSame(List.of(best), one.detect(image));
        }
        int more = Math.max(image.width(), image.height()) + 1;
        try (FaceDetector none =
                open(model, DetectorOptions.builder().minFaceSize(more).build())) {
            assertThat(none.detect(image)).isEmpty();
        }
    }

    @Test
    @Must("throw an IllegalStateException that says 'closed' when it is used after close()")
    void aClosedDetectorSaysSo() {
        FaceDetector closed = open(model);
        closed.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> closed.detect(ContractPictures.even(64, 64, 0)))
                .withMessageContaining("closed");
    }

    @Test
    @Must("throw a NullPointerException at once where the picture is null")
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void noPictureIsAnErrorAtTheCall() {
        assertThatNullPointerException().isThrownBy(() -> detector.detect(null));
    }

    private void checkFaces(List<Face> faces, RgbImage image) {
        ThresholdSpec thresholds = Objects.requireNonNull(model.descriptor().thresholds());
        List<Face> before = new ArrayList<>();
        for (Face face : faces) {
            BoundingBox box = face.box();
            assertThat(box.x()).isNotNegative();
            assertThat(box.y()).isNotNegative();
            assertThat(box.right()).isLessThanOrEqualTo(image.width() + 1e-3f);
            assertThat(box.bottom()).isLessThanOrEqualTo(image.height() + 1e-3f);
            assertThat(face.confidence()).isGreaterThanOrEqualTo(thresholds.minConfidence());
            for (Face better : before) {
                assertThat(better.confidence()).isGreaterThanOrEqualTo(face.confidence());
                if (thresholds.voting() == 1) {
                    assertThat(better.box().iou(box)).isLessThanOrEqualTo(thresholds.maxOverlap() + 1e-3f);
                }
            }
            before.add(face);
        }
    }

    private static void checkSame(List<Face> expected, List<Face> found) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            BoundingBox a = expected.get(i).box();
            BoundingBox b = found.get(i).box();
            assertThat(new float[] {b.x(), b.y(), b.right(), b.bottom()})
                    .containsExactly(new float[] {a.x(), a.y(), a.right(), a.bottom()}, within(0.01f));
        }
    }
}
