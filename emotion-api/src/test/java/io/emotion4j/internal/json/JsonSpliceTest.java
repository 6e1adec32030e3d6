package io.emotion4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonSpliceTest {

    @Test
    void aMemberThatIsThereGetsItsNewValueInItsPlace() {
        assertThat(JsonSplice.with("{\"a\":[1,{\"b\":\"}\"}],  \"b\": {\"c\": \"\\\"\"} , \"d\":2}", "b", "7"))
                .isEqualTo("{\"a\":[1,{\"b\":\"}\"}],  \"b\": 7 , \"d\":2}");
        assertThat(JsonSplice.with("{\"b\":1}", "b", "[ ]")).isEqualTo("{\"b\":[ ]}");
    }

    @Test
    void oneThatIsNotThereBecomesTheLastAndNothingElseChanges() {
        assertThat(JsonSplice.with("{\n\t\"a\" : 0.10,\n\t\"x\" : {\"b\": 1}\n}\n", "b", "true"))
                .isEqualTo("{\n\t\"a\" : 0.10,\n\t\"x\" : {\"b\": 1},\n  \"b\" : true\n}\n");
        assertThat(JsonSplice.with("{ }", "b", "1")).isEqualTo("{\n  \"b\" : 1\n }");
    }
}
