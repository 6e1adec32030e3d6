package io.emotion4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.emotion4j.Analysis;
import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.ImageDecodeException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A slice of an application: its controller and our problem details, with a mock in the analyzer's place. */
@WebMvcTest
class PictureProblemsTest {

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private EmotionAnalyzer analyzer;

    @Test
    void aPictureThatCannotBeDecodedIsUnprocessable() throws Exception {
        send(new ImageDecodeException(Reason.BROKEN, "JPEG, 640x480: it ends early"))
                .andExpect(status().is(422))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("The picture cannot be decoded"))
                .andExpect(jsonPath("$.detail").value("JPEG, 640x480: it ends early"))
                .andExpect(jsonPath("$.reason").value("BROKEN"))
                .andExpect(jsonPath("$.status").value(422));
    }

    @Test
    void theAnswerIsThatOfThePage() throws Exception {
        Matcher block = Pattern.compile("```json\\R(.*)\\R").matcher(Files.readString(Path.of("../docs/spring.md")));
        assertThat(block.find()).isTrue();
        send(new ImageDecodeException(Reason.BROKEN, "..."))
                .andExpect(content().json(block.group(1), JsonCompareMode.STRICT));
    }

    @Test
    void anUnknownFormatIsUnprocessable() throws Exception {
        send(new ImageDecodeException(Reason.UNKNOWN_FORMAT, "no picture"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.reason").value("UNKNOWN_FORMAT"));
    }

    @Test
    void aPictureOverTheLimitsIsTooLarge() throws Exception {
        send(new ImageDecodeException(Reason.TOO_LARGE, "too many pixels")).andExpect(status().is(413));
    }

    @Test
    void aPictureThatFoundNoMemoryMayBeTriedAgain() throws Exception {
        send(new ImageDecodeException(Reason.BUSY, "no memory"))
                .andExpect(status().is(503))
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.reason").value("BUSY"));
    }

    @Test
    void theNameOfAFileOfTheMachineIsNotTold() throws Exception {
        send(new ImageDecodeException(Reason.UNREADABLE, "no such file: /private/picture.jpg"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail").value("Its bytes could not be read"));
    }

    @Test
    void anAnalysisThatWasGivenUpMayBeTriedAgain() throws Exception {
        send(new AnalysisAbortedException(AnalysisAbortedException.Reason.DEADLINE, "late"))
                .andExpect(status().is(503))
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.reason").value("DEADLINE"));
    }

    private ResultActions send(Exception failure) throws Exception {
        given(analyzer.analyze(any(byte[].class))).willThrow(failure);
        return mvc.perform(post("/faces").content(new byte[] {1}).contentType(MediaType.APPLICATION_OCTET_STREAM));
    }

    @SpringBootConfiguration
    static class Application {

        @RestController
        static class Faces {

            private final EmotionAnalyzer analyzer;

            Faces(EmotionAnalyzer analyzer) {
                this.analyzer = analyzer;
            }

            @PostMapping("/faces")
            Analysis faces(@RequestBody byte[] picture) throws ImageDecodeException {
                return analyzer.analyze(picture);
            }
        }
    }
}
