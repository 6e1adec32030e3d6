package io.emotion4j.internal.mtcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.model.DecoderSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class PyramidLevelTest {

    private static final MtcnnSettings PUBLISHED = MtcnnSettings.of(DecoderSpec.none());

    @Test
    void theFirstLevelSeesTheSmallestFaceAtTwelvePixels() {
        List<PyramidLevel> levels = PyramidLevel.of(640, 480, 640, PUBLISHED);
        assertThat(levels.get(0)).isEqualTo(new PyramidLevel(384, 288, 20 / 12.0));
        assertThat(levels.get(1).scale()).isCloseTo(20 / 12.0 / 0.709, within(1e-9));
        assertThat(levels.get(0).place(3, 5, 0.9f).box().width()).isEqualTo(20);
        assertThat(levels.get(0).place(3, 0, 0.9f).left()).isEqualTo(10);
    }

    @Test
    void theLastLevelIsAsLargeAsWhatTheNetworkLooksAt() {
        List<PyramidLevel> levels = PyramidLevel.of(640, 480, 640, PUBLISHED);
        PyramidLevel last = levels.get(levels.size() - 1);
        assertThat(last.height()).isBetween(12, 17);
    }

    @Test
    void aLargerPictureIsSeenShrunk() {
        assertThat(PyramidLevel.of(1280, 960, 640, PUBLISHED).get(0)).isEqualTo(new PyramidLevel(384, 288, 40 / 12.0));
    }

    @Test
    void aPictureSmallerThanTheSmallestFaceHasNoLevel() {
        assertThat(PyramidLevel.of(2000, 19, 640, PUBLISHED)).isEmpty();
    }
}
