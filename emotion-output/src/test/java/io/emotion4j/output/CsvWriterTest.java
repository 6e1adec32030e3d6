package io.emotion4j.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

    @Test
    void everyFaceHasALineAndNoPictureIsMissing() throws IOException {
        assertThat(lines(
                        Result.of(
                                "two.png",
                                TestFaces.analysis(TestFaces.happy(1, 2, 3, 4), TestFaces.sadWithLandmarks())),
                        Result.of("none.png", TestFaces.analysis()),
                        Result.failed("broken.png", "not, \"good\"")))
                .containsExactly(
                        "file,width,height,face,x,y,face_width,face_height,confidence,emotion,score,angry,happy,sad,error",
                        "two.png,640,480,1,1,2,3,4,0.97,happy,0.94,0,0.94,0.06,",
                        "two.png,640,480,2,4,5,32,40,0.5,sad,0.5,0.25,0.25,0.5,",
                        "none.png,640,480,,,,,,,,,,,,",
                        "broken.png,,,,,,,,,,,,,,\"not, \"\"good\"\"\"");
    }

    @Test
    void nameWithALineBreakIsQuoted() throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = new CsvWriter(out, TestFaces.SETUP)) {
            writer.write(Result.of("a\nb.png", TestFaces.analysis()));
        }
        assertThat(out.toString()).contains("\"a\nb.png\",640");
    }

    private static List<String> lines(Result... results) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = new CsvWriter(out, TestFaces.SETUP)) {
            for (Result result : results) {
                writer.write(result);
            }
        }
        return List.of(out.toString().split("\r\n"));
    }
}
