package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms of detectors, by the sizes of their outputs in published exports. */
class DraftDetectorTest {

    @Test
    void retinaFaceHasTwoPriorsACell() {
        DraftDetector found =
                of(640, 640, rows("loc", 16800, 4, 0.1f), rows("conf", 16800, 2, 0.5f), rows("lm", 16800, 10, 0));
        assertThat(found.architecture()).isEqualTo("retinaface");
        assertThat(found.channels()).isEqualTo(ChannelOrder.BGR);
        assertThat(found.decoder()).isEqualTo(DecoderSpec.none());
    }

    @Test
    void scoresThatAreNoDistributionAreLogits() {
        DraftDetector found =
                of(640, 640, rows("loc", 16800, 4, 0.1f), rows("conf", 16800, 2, 3), rows("lm", 16800, 10, 0));
        assertThat(found.decoder().settings()).isEqualTo(Map.of("scores", "logits"));
    }

    @Test
    void ultraFaceHas4420PriorsAt320x240() {
        DraftRows corners = rows("boxes", 4420, 4, 0);
        for (int row = 0; row < 4420; row++) {
            corners.numbers().put(row * 4 + 2, 0.5f).put(row * 4 + 3, 0.5f);
        }
        DraftDetector found = of(320, 240, rows("scores", 4420, 2, 0.5f), corners);
        assertThat(found.architecture()).isEqualTo("ultraface");
        assertThat(found.decoder()).isEqualTo(DecoderSpec.none());
    }

    @Test
    void blazeFaceHas896Anchors() {
        DraftDetector front = of(128, 128, rows("r", 896, 16, 0), rows("c", 896, 1, 0));
        assertThat(front.architecture()).isEqualTo("blazeface");
        assertThat(front.decoder()).isEqualTo(DecoderSpec.none());
        DraftDetector back = of(256, 256, rows("r", 896, 16, 0), rows("c", 896, 1, 0));
        assertThat(back.decoder().settings()).isEqualTo(Map.of("strides", List.of(16.0, 32.0)));
    }

    @Test
    void yoloTablesHaveRecordsOf16Or20Numbers() {
        assertThat(of(640, 640, rows("output0", 20, 8400, 0)).decoder().settings())
                .isEqualTo(Map.of("axes", "columns", "pointsAt", 5.0));
        assertThat(of(640, 640, rows("output", 25200, 16, 0)).decoder().settings())
                .isEqualTo(Map.of("scoresAt", List.of(4.0, 15.0), "pointsAt", 5.0, "pointStep", 2.0));
    }

    @Test
    void anythingElseIsNoDetector() {
        assertThat(DraftDetector.of(List.of(rows("scores", 1, 7, 0)), 48, 48)).isNull();
        assertThat(DraftDetector.of(List.of(rows("a", 100, 4, 0), rows("b", 100, 2, 0)), 64, 64))
                .isNull();
        assertThat(DraftDetector.of(List.of(rows("a", 300, 85, 0)), 64, 64)).isNull();
    }

    private static DraftDetector of(int width, int height, DraftRows... rows) {
        DraftDetector found = DraftDetector.of(List.of(rows), width, height);
        assertThat(found).isNotNull();
        return found;
    }

    private static DraftRows rows(String name, int count, int length, float value) {
        FloatBuffer numbers = FloatBuffer.allocate(count * length);
        for (int i = 0; i < numbers.capacity(); i++) {
            numbers.put(i, value);
        }
        return new DraftRows(name, length, count, 3, numbers);
    }
}
