package io.emotion4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsEveryKindOfValue() throws JsonException {
        JsonObject json = JsonReader.readObject("""
                {"text": "a\\"\\\\\\/\\n\\u00e9", "number": -1.5e2, "whole": 7, "texts": ["x", "y"], "numbers": [1, 0.5],
                 "points": [[1, 2], [3, 4]], "inner": {"key": 3}, "empty": {}, "none": []}""");
        assertThat(json.string("text")).isEqualTo("a\"\\/\né");
        assertThat(json.number("number")).isEqualTo(-150);
        assertThat(json.whole("whole")).isEqualTo(7);
        assertThat(json.strings("texts")).containsExactly("x", "y");
        assertThat(json.numbers("numbers")).containsExactly(1.0, 0.5);
        assertThat(json.numberLists("points")).containsExactly(List.of(1.0, 2.0), List.of(3.0, 4.0));
        assertThat(json.object("inner").whole("key")).isEqualTo(3);
        assertThat(json.object("empty").keys()).isEmpty();
        assertThat(json.strings("none")).isEmpty();
        json.rejectUnknownKeys();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":1e999}",
                "{\"a\":tru}",
                "{\"a\":NaN}",
                "{\"a\":[1,]}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"open}",
                "{\"a\":\"line\nbreak\"}",
                "{} {}",
                "// comment\n{}"
            })
    void rejectsWhatIsNotJson(String text) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.readObject(text))
                .withMessageContaining("line ");
    }

    @Test
    void saysWhereATextIsWrong() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.readObject("{\n  \"a\": ?\n}"))
                .withMessage("Not JSON: expected a value, found '?' at line 2, column 8");
    }

    @Test
    void rejectsAKeyThatStandsTwice() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.readObject("{\"a\":1, \"a\":2}"))
                .withMessageContaining("\"a\" stands twice");
    }

    @Test
    void rejectsNullAndSaysWhatToDo() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.readObject("{\"a\":null}"))
                .withMessageContaining("leave the key out");
    }

    @Test
    void rejectsNestingThatWouldOverflowTheStack() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.readObject("{\"a\":" + "[".repeat(100_000)))
                .withMessageContaining("Nested deeper");
    }

    @Test
    void rejectsATextThatIsNoObject() {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> JsonReader.readObject("[1]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"b\":{}}|Key \"b.a\" is missing",
                "{\"b\":{\"a\":\"x\"}}|Key \"b.a\" must be a number, found \"x\"",
                "{\"b\":{\"a\":1.5}}|Key \"b.a\" must be a whole number from 0, found 1.5",
                "{\"b\":{\"a\":-1}}|Key \"b.a\" must be a whole number from 0, found -1.0",
                "{\"b\":[]}|Key \"b\" must be an object, found a list",
            })
    void namesTheFullKeyOfAWrongValue(String text, String message) throws JsonException {
        JsonObject json = JsonReader.readObject(text);
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> json.object("b").whole("a"))
                .withMessage(message);
    }

    @Test
    void namesEveryKeyThatNobodyAskedFor() throws JsonException {
        JsonObject json = JsonReader.readObject("{\"a\":1, \"lables\":2, \"b\":{\"c\":1, \"d\":2}}");
        json.whole("a");
        json.object("b").whole("c");
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(json::rejectUnknownKeys)
                .withMessageContaining("\"b.d\", \"lables\"");
    }
}
