package io.emotion4j.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableWriterTest {

    @Test
    void everyFaceHasALineWithABar() throws IOException {
        List<String> lines = table(
                true,
                Result.of("two.png", TestFaces.analysis(TestFaces.happy(1, 2, 30, 40), TestFaces.sadWithLandmarks())));
        assertThat(lines)
                .startsWith(
                        "picture    #  expression score                       confidence  face",
                        "two.png    1  happy       0.94 ██████████████████▊         0.97  1,2 30x40",
                        "           2  sad         0.50 ██████████                  0.50  4,5 32x40");
    }

    @Test
    void terminalWithoutUnicodeGetsAsciiBars() throws IOException {
        assertThat(table(false, Result.of("a.png", TestFaces.analysis(TestFaces.happy(1, 2, 30, 40)))))
                .anyMatch(line -> line.contains(" 0.94 ################### "))
                .allMatch(line -> line.chars().allMatch(c -> c < 128));
    }

    @Test
    void pictureWithoutFacesSaysSo() throws IOException {
        assertThat(table(true, Result.of("a.png", TestFaces.analysis()))).anyMatch(line -> line.contains("no face"));
    }

    @Test
    void summaryCountsPicturesFacesAndFailures() throws IOException {
        List<String> lines = table(
                true,
                Result.of("a.png", TestFaces.analysis(TestFaces.happy(1, 2, 3, 4))),
                Result.failed("b.png", "broken"));
        assertThat(lines.get(lines.size() - 1))
                .matches("2 pictures, 1 face, 1 failed in \\d+\\.\\d\\d s on onnx: detector finder, classifier scorer");
    }

    @Test
    void longNameLosesItsBeginning() throws IOException {
        String name = "a".repeat(60) + "/picture.png";
        assertThat(table(true, Result.of(name, TestFaces.analysis())).get(1))
                .startsWith("…")
                .contains("aa/picture.png ");
    }

    private static List<String> table(boolean unicode, Result... results) throws IOException {
        StringWriter out = new StringWriter();
        int longest =
                List.of(results).stream().mapToInt(r -> r.file().length()).max().orElse(0);
        try (TableWriter writer = new TableWriter(out, TestFaces.SETUP, longest, unicode)) {
            for (Result result : results) {
                writer.write(result);
            }
        }
        return out.toString().lines().toList();
    }
}
