package io.emotion4j.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.emotion4j.Analysis;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** An {@code Analysis} as Jackson writes it, held against {@code --format json}: the same but for what its Javadoc says. */
class AnalysisByJacksonTest {

    private static final Analysis ANALYSIS = TestFaces.analysis(
            TestFaces.sadWithLandmarks(),
            TestFaces.happy(1.2345678f, 2.5f, 30.333333f, 40),
            TestFaces.happy(1e-7f, 123456.789f, 1, 1));

    private final ObjectMapper jackson2 = new ObjectMapper().enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);

    @Test
    void jackson3WritesTheSame() throws IOException {
        String plain = new tools.jackson.databind.ObjectMapper().writeValueAsString(ANALYSIS);
        assertThat(inTheFormOfTheCommandLine(plain)).isEqualTo(printed());
    }

    @Test
    void jackson2WritesTheSameInTheSameOrder() throws IOException {
        String plain = jackson2.writeValueAsString(ANALYSIS);
        assertThat(inTheFormOfTheCommandLine(plain))
                .isEqualTo(printed())
                .hasToString(printed().toString());
    }

    /** Its numbers rounded, and points without names. */
    private JsonNode inTheFormOfTheCommandLine(String plain) throws IOException {
        JsonNode picture = jackson2.readTree(plain);
        picture.get("faces").forEach(this::round);
        return plainNumbers(picture);
    }

    private void round(JsonNode face) {
        JsonNode landmarks = face.get("landmarks");
        if (landmarks instanceof ObjectNode points) {
            points.fieldNames().forEachRemaining(name -> {
                ArrayNode point = points.arrayNode();
                points.get(name).forEach(side -> point.add(Decimals.pixels(side.doubleValue())));
                assertThat(points.get(name).fieldNames()).toIterable().containsExactly("x", "y");
                points.set(name, point);
            });
        }
        ObjectNode box = (ObjectNode) face.get("box");
        box.fieldNames()
                .forEachRemaining(
                        name -> box.put(name, Decimals.pixels(box.get(name).doubleValue())));
        ObjectNode all = (ObjectNode) face;
        for (String name : new String[] {"confidence", "score"}) {
            all.put(name, Decimals.probability(all.get(name).doubleValue()));
        }
        ObjectNode scores = (ObjectNode) face.get("scores");
        scores.fieldNames()
                .forEachRemaining(name ->
                        scores.put(name, Decimals.probability(scores.get(name).doubleValue())));
    }

    private JsonNode printed() throws IOException {
        StringWriter out = new StringWriter();
        try (JsonWriter writer = JsonWriter.lines(out, TestFaces.SETUP)) {
            writer.write(Result.of("a.png", ANALYSIS));
        }
        ObjectNode picture = (ObjectNode) jackson2.readTree(out.toString());
        assertThat(picture.remove("file").textValue()).isEqualTo("a.png");
        return plainNumbers(picture);
    }

    /** One kind of number: 2 is 2.0. */
    private JsonNode plainNumbers(JsonNode tree) throws IOException {
        if (tree instanceof ObjectNode object) {
            for (String name : (Iterable<String>) object::fieldNames) {
                object.set(name, plainNumbers(object.get(name)));
            }
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plainNumbers(array.get(i)));
            }
        } else if (tree.isNumber()) {
            return jackson2.getNodeFactory().numberNode(tree.doubleValue());
        }
        return tree;
    }
}
