package io.emotion4j.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.Analysis;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private final StringWriter out = new StringWriter();

    @Test
    void lineOfAPictureHasTheDocumentedKeysInTheirOrder() throws IOException {
        lines(Result.of("a.png", TestFaces.analysis(TestFaces.sadWithLandmarks())));
        assertThat(out)
                .hasToString(
                        "{\"file\":\"a.png\",\"width\":640,\"height\":480,\"engine\":\"onnx\",\"detector\":\"finder\","
                                + "\"classifier\":\"scorer\",\"millis\":{\"decode\":2,\"detect\":3.5,\"classify\":1.235},"
                                + "\"faces\":[{\"box\":{\"x\":4,\"y\":5,\"width\":32,\"height\":40},\"confidence\":0.5,"
                                + "\"landmarks\":{\"rightEye\":[12.35,20],\"leftEye\":[28,20],\"nose\":[20,28],"
                                + "\"rightMouthCorner\":[14,35],\"leftMouthCorner\":[26,35.5]},"
                                + "\"emotion\":\"sad\",\"score\":0.5,\"scores\":{\"angry\":0.25,\"happy\":0.25,\"sad\":0.5},"
                                + "\"abstained\":false,\"extras\":{},\"quality\":null}]}\n");
    }

    @Test
    void pictureThatFailedHasAnErrorInPlaceOfFaces() throws IOException {
        lines(Result.failed("b.jpg", "no \"picture\""));
        assertThat(out)
                .hasToString(
                        "{\"file\":\"b.jpg\",\"engine\":\"onnx\",\"detector\":\"finder\",\"classifier\":\"scorer\","
                                + "\"error\":\"no \\\"picture\\\"\"}\n");
    }

    @Test
    void faceWithoutLandmarksAndRunWithoutDetectorHaveNulls() throws IOException {
        Setup crops = new Setup("onnx", null, "scorer", TestFaces.LABELS);
        try (JsonWriter writer = JsonWriter.lines(out, crops)) {
            Analysis a = TestFaces.analysis(TestFaces.happy(0, 0, 1, 1));
            writer.write(Result.of(
                    "a.png",
                    new Analysis(a.width(), a.height(), a.engine(), null, a.classifier(), a.millis(), a.faces())));
        }
        JsonNode picture = new ObjectMapper().readTree(out.toString());
        assertThat(picture.get("detector").isNull()).isTrue();
        assertThat(picture.at("/faces/0/landmarks").isNull()).isTrue();
    }

    @Test
    void smallNumbersHaveNoExponent() throws IOException {
        lines(Result.of("a.png", TestFaces.analysis(TestFaces.happy(1e-7f, 123456.789f, 1, 1))));
        assertThat(out.toString())
                .contains("\"x\":0,\"y\":123456.79")
                .contains("\"angry\":0,")
                .doesNotContain("E-");
    }

    @Test
    void arrayHoldsOneObjectAPicture() throws IOException {
        try (JsonWriter writer = JsonWriter.array(out, TestFaces.SETUP)) {
            writer.write(Result.of("a.png", TestFaces.analysis()));
            writer.write(Result.failed("b.png", "broken"));
        }
        JsonNode array = new ObjectMapper().readTree(out.toString());
        assertThat(array.isArray()).isTrue();
        assertThat(array.findValuesAsText("file")).containsExactly("a.png", "b.png");
        assertThat(array.at("/0/faces").isEmpty()).isTrue();
        assertThat(array.get(1).has("faces")).isFalse();
    }

    @Test
    void arrayOfNoPictureIsStillJson() throws IOException {
        JsonWriter.array(out, TestFaces.SETUP).close();
        assertThat(new ObjectMapper().readTree(out.toString()).isEmpty()).isTrue();
    }

    private void lines(Result result) throws IOException {
        try (JsonWriter writer = JsonWriter.lines(out, TestFaces.SETUP)) {
            writer.write(result);
        }
    }
}
