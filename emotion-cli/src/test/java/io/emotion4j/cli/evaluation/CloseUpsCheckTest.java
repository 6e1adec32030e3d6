package io.emotion4j.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Faces that fill the picture, by the shipped detector. */
class CloseUpsCheckTest {

    @Test
    void portraitsAreFoundWhateverTheirMargin() throws IOException {
        JsonNode closeUps = closeUps("datasets/facial_keypoints");

        assertThat(closeUps.path("faces").asInt()).isEqualTo(91);
        assertThat(closeUps.path("share").asDouble()).isEqualTo(1);
    }

    @Test
    void mostMaskedFacesAreFoundWhateverTheirMargin() throws IOException {
        JsonNode closeUps = closeUps("datasets/masked_faces");

        assertThat(closeUps.path("faces").asInt()).isEqualTo(47);
        assertThat(closeUps.path("share").asDouble()).isGreaterThan(0.95);
    }

    private static JsonNode closeUps(String data) throws IOException {
        return DetectorRun.evaluate("--data", Shared.find(data).toString(), "--part", "val", "--close-ups")
                .path("closeUps");
    }
}
