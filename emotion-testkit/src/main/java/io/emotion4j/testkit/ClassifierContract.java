package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.EngineOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is asked of an engine's classifiers.
 *
 * @since 0.1.0
 */
public abstract class ClassifierContract extends OpeningContract {

    /** No faces, but every crop of it is another input. */
    private static final RgbImage PICTURE = ContractPictures.blotches(200, 160);

    private Model model;
    private EmotionClassifier classifier;

    /**
     * Names the engine.
     *
     * @param engine the engine's name
     */
    @SuppressWarnings("NullAway.Init")
    protected ClassifierContract(String engine) {
        super(engine);
    }

    /** {@return the classifier to test with; the shipped one unless overridden} */
    protected Model model() {
        return ShippedModel.classifier();
    }

    @Override
    final Model testedModel() {
        return model;
    }

    @Override
    final EmotionClassifier open(Model model) {
        return providers().classifiers().create(model, ClassifierOptions.defaults());
    }

    @BeforeAll
    void openClassifier() {
        model = model();
        classifier = open(model);
    }

    @AfterAll
    void closeClassifier() {
        if (classifier != null) {
            classifier.close();
        }
    }

    @Test
    @Must("return the model's id from id() and the engine's name from engine()")
    void theClassifierSaysWhichModelRunsOnWhichEngine() {
        assertThat(classifier.id()).isEqualTo(model.descriptor().id());
        assertThat(classifier.engine()).isEqualTo(providers().classifiers().name());
    }

    @Test
    @Must("give the descriptor's labels, in its order, with the classifier and with each score")
    void theLabelsAreTheDescriptors() {
        List<Emotion> labels = model.descriptor().labels();
        assertThat(classifier.labels()).isEqualTo(labels);
        assertThat(one(face(20, 20, 60)).labels()).isEqualTo(labels);
    }

    @Test
    @Must("give probabilities whose sum is 1 for each face; check the descriptor's activation and how the "
            + "output is read")
    void theProbabilitiesOfAFaceSumToOne() {
        for (EmotionScores scores : classifier.classify(PICTURE, faces(12))) {
            double sum = 0;
            for (EmotionScores.Ranked ranked : scores.ranked()) {
                sum += ranked.score();
            }
            assertThat(sum).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    @Must("give each face of a batch the scores, within 1e-4, that it gets alone")
    void aBatchGivesWhatSingleFacesGive() {
        List<Face> faces = faces(17);
        List<EmotionScores> together = classifier.classify(PICTURE, faces);
        assertThat(together).hasSameSizeAs(faces);
        for (int i = 0; i < faces.size(); i++) {
            checkSame(one(faces.get(i)), together.get(i));
        }
    }

    @Test
    @Must("give the scores in the order of the faces that it was given")
    void theOrderOfTheScoresIsThatOfTheFaces() {
        List<Face> faces = faces(9);
        List<EmotionScores> forwards = new ArrayList<>(classifier.classify(PICTURE, faces));
        Collections.reverse(faces);
        List<EmotionScores> backwards = classifier.classify(PICTURE, faces);
        Collections.reverse(forwards);
        checkSame(forwards, backwards);
        assertThat(backwards.get(0)).isNotEqualTo(backwards.get(8));
    }

    @Test
    @Must("answer an empty list of faces with an empty list")
    void noFacesGiveNoScores() {
        assertThat(classifier.classify(PICTURE, List.of())).isEmpty();
    }

    @Test
    @Must("score faces that reach over the edge of the picture or lie beyond it")
    void aFaceAtTheEdgeOrBeyondItIsScored() {
        List<Face> faces =
                List.of(face(-30, -30, 60), face(170, 130, 60), face(0, 0, 1), face(199, 159, 1), face(-50, -70, 300));
        assertThat(classifier.classify(PICTURE, faces)).hasSize(5);
    }

    @Test
    @Must("score a face that has landmarks, too")
    void aFaceWithLandmarksIsScored() {
        Landmarks landmarks = new Landmarks(
                new Point(60, 50), new Point(90, 55), new Point(74, 70), new Point(62, 85), new Point(84, 88));
        Face face = new Face(new BoundingBox(45, 25, 60, 80), 0.9f, landmarks);
        assertThat(classifier.classify(PICTURE, List.of(face))).hasSize(1);
    }

    @Test
    @Must("score a picture of a single pixel")
    void aPictureOfOnePixelIsScored() {
        RgbImage pixel = ContractPictures.even(1, 1, 200);
        assertThat(classifier.classify(pixel, List.of(Face.filling(pixel)))).hasSize(1);
    }

    @Test
    @Must("return a debugCrop of the width and height of the network's input")
    void theDebugCropHasTheSizeOfTheInput() {
        RgbImage crop = classifier.debugCrop(PICTURE, face(20, 20, 60));
        assertThat(crop.width()).isEqualTo(model.descriptor().input().width());
        assertThat(crop.height()).isEqualTo(model.descriptor().input().height());
    }

    @Test
    @Must("give each of eight threads that use it at once what one thread alone gets")
    void eightThreadsGetWhatOneGets() throws Exception {
        List<List<Face>> faces = new ArrayList<>();
        List<List<EmotionScores>> alone = new ArrayList<>();
        for (int i = 0; i < Concurrently.THREADS; i++) {
            faces.add(faces(8).subList(i, Math.min(8, i + 3)));
            alone.add(classifier.classify(PICTURE, faces.get(i)));
        }
        Concurrently.check(thread -> checkSame(alone.get(thread), classifier.classify(PICTURE, faces.get(thread))));
    }

    @Test
    @Must("give the same scores, within 1e-4, with two threads in the engine as with one")
    void twoThreadsInTheEngineGiveWhatOneGives() {
        ClassifierOptions options = ClassifierOptions.builder()
                .engine(EngineOptions.builder().intraOpThreads(2).build())
                .build();
        List<Face> faces = faces(6);
        List<EmotionScores> expected = classifier.classify(PICTURE, faces);
        try (EmotionClassifier wide = providers().classifiers().create(model, options)) {
            checkSame(expected, wide.classify(PICTURE, faces));
        }
    }

    @Test
    @Must("throw an IllegalStateException that says 'closed' when it is used after close()")
    void aClosedClassifierSaysSo() {
        EmotionClassifier closed = open(model);
        closed.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> closed.classify(PICTURE, faces(1)))
                .withMessageContaining("closed");
    }

    @Test
    @Must("throw a NullPointerException at once where the picture or the list of faces is null")
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void noPictureAndNoListAreErrorsAtTheCall() {
        assertThatNullPointerException().isThrownBy(() -> classifier.classify(null, List.of()));
        assertThatNullPointerException().isThrownBy(() -> classifier.classify(PICTURE, null));
    }

    private EmotionScores one(Face face) {
        return classifier.classify(PICTURE, List.of(face)).get(0);
    }

    private static List<Face> faces(int count) {
        List<Face> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            faces.add(face(i * 37 % 120, i * 23 % 90, 30 + i * 11 % 40));
        }
        return faces;
    }

    private static Face face(float x, float y, float side) {
        return new Face(new BoundingBox(x, y, side, side), 0.9f, null);
    }

    private static void checkSame(List<EmotionScores> expected, List<EmotionScores> found) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            checkSame(expected.get(i), found.get(i));
        }
    }

    private static void checkSame(EmotionScores expected, EmotionScores found) {
        assertThat(found.labels()).isEqualTo(expected.labels());
        for (Emotion label : expected.labels()) {
            assertThat(found.get(label)).as(label.label()).isCloseTo(expected.get(label), within(1e-4f));
        }
    }
}
