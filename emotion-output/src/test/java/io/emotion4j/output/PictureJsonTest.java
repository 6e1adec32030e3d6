package io.emotion4j.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.Analysis;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** One form of the JSON, whoever writes it. */
class PictureJsonTest {

    private static final Analysis ANALYSIS =
            TestFaces.analysis(TestFaces.sadWithLandmarks(), TestFaces.happy(1e-7f, 123456.789f, 1, 1));
    private static final PictureJson PICTURE = PictureJson.of("a.png", ANALYSIS);

    @Test
    void jackson2WritesWhatTheCommandLinePrintsToTheLetter() throws IOException {
        assertThat(new ObjectMapper().writeValueAsString(PICTURE) + "\n").isEqualTo(printed());
    }

    @Test
    void jackson3WritesWhatTheCommandLinePrints() throws IOException {
        ObjectMapper json = new ObjectMapper();
        // Fields may come in another order: sorted is Jackson 3's default.
        String text = new tools.jackson.databind.ObjectMapper().writeValueAsString(PICTURE);
        assertThat(json.readTree(text)).isEqualTo(json.readTree(printed()));
    }

    @Test
    void bothJacksonsReadItBack() throws IOException {
        assertThat(new ObjectMapper().readValue(printed(), PictureJson.class)).isEqualTo(PICTURE);
        assertThat(new tools.jackson.databind.ObjectMapper().readValue(printed(), PictureJson.class))
                .isEqualTo(PICTURE);
    }

    @Test
    void numbersAreRoundedAndNeverHaveAnExponent() {
        assertThat(Decimals.probability(1e-6).toString()).isEqualTo("0.000001");
        assertThat(Decimals.pixels(1000).toString()).isEqualTo("1000");
        assertThat(Decimals.pixels(-0.001).toString()).isEqualTo("0");
        assertThat(Decimals.millis(1.23456).toString()).isEqualTo("1.235");
    }

    @Test
    void whatHasNoFormInJsonIsNamed() {
        record Odd(Object thing) {}
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonText.of(new Odd(new Object())))
                .withMessageContaining("java.lang.Object");
    }

    private static String printed() throws IOException {
        StringWriter out = new StringWriter();
        try (JsonWriter writer = JsonWriter.lines(out, TestFaces.SETUP)) {
            writer.write(Result.of("a.png", ANALYSIS));
        }
        return out.toString();
    }
}
