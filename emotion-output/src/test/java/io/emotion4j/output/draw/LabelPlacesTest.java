package io.emotion4j.output.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {

    private static final Rectangle2D PICTURE = box(0, 0, 200, 100);

    @Test
    void labelGoesAboveTheFaceWhereThereIsRoom() {
        assertThat(place(box(50, 40, 40, 40))).isEqualTo(box(50, 30, 60, 10));
    }

    @Test
    void labelGoesBelowAFaceAtTheTop() {
        assertThat(place(box(50, 2, 40, 40))).isEqualTo(box(50, 42, 60, 10));
    }

    @Test
    void labelGoesIntoAFaceThatFillsThePicture() {
        assertThat(place(box(0, 0, 200, 100))).isEqualTo(box(0, 0, 60, 10));
    }

    @Test
    void labelOfAFaceAtTheRightEndsAtThePicturesEdge() {
        assertThat(place(box(180, 40, 20, 20))).isEqualTo(box(140, 30, 60, 10));
    }

    @Test
    void labelThatIsLargerThanThePictureIsMadeSmaller() {
        LabelPlaces places = new LabelPlaces(PICTURE, List.of(box(50, 40, 40, 40)));
        Rectangle2D place = places.find(0, box(0, 0, 400, 20));
        assertThat(place).isEqualTo(box(0, 30, 200, 10));
    }

    @Test
    void labelThatWouldHideAnotherIsLeftOut() {
        List<Rectangle2D> crowd = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            crowd.add(box(90 + i % 4, 40 + i / 4, 10, 10));
        }
        LabelPlaces places = new LabelPlaces(PICTURE, crowd);
        List<Rectangle2D> placed = new ArrayList<>();
        for (int i = 0; i < crowd.size(); i++) {
            Rectangle2D place = places.find(i, box(0, 0, 60, 10));
            if (place != null) {
                placed.add(place);
            }
        }
        assertThat(placed).hasSizeBetween(1, 20);
    }

    @RepeatedTest(200)
    void noLabelIsEverOffThePicture(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Rectangle2D picture = box(0, 0, 1 + random.nextInt(400), 1 + random.nextInt(400));
        List<Rectangle2D> faces = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            faces.add(box(
                    random.nextDouble() * picture.getWidth() - 20,
                    random.nextDouble() * picture.getHeight() - 20,
                    random.nextDouble() * 100,
                    random.nextDouble() * 100));
        }
        LabelPlaces places = new LabelPlaces(picture, faces);
        Rectangle2D room = box(-1e-9, -1e-9, picture.getWidth() + 2e-9, picture.getHeight() + 2e-9);
        for (int i = 0; i < faces.size(); i++) {
            Rectangle2D place = places.find(i, box(0, 0, 1 + random.nextInt(200), 1 + random.nextInt(40)));
            assertThat(place == null || room.contains(place)).isTrue();
        }
    }

    private static Rectangle2D place(Rectangle2D face) {
        return new LabelPlaces(PICTURE, List.of(face)).find(0, box(0, 0, 60, 10));
    }

    private static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }
}
