package io.emotion4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.EmotionAnalyzer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** A slice that asked for the real analyzer. */
@JsonTest
@AutoConfigureEmotion
@ContextConfiguration(classes = AutoConfigureEmotionTest.Application.class)
class AutoConfigureEmotionTest {

    @SpringBootConfiguration
    static class Application {}

    @Autowired
    private EmotionAnalyzer analyzer;

    @Autowired
    private JsonMapper json;

    @Test
    void aSliceHasTheRealAnalyzerAndItsResultIsJson() throws Exception {
        byte[] sample = Files.readAllBytes(Path.of("..", "samples", "one-face.jpg"));
        assertThat(json.writeValueAsString(analyzer.analyze(sample)))
                .contains("\"engine\":\"onnx\"", "\"emotion\":\"neutral\"", "\"faces\":[{");
    }
}
