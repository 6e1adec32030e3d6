package io.emotion4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.DocumentedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/spark.md shows compiles. */
class DocumentedCodeTest {

    @Test
    void javaOfThePageCompilesInItsOrder() throws IOException {
        List<String> blocks = DocumentedCode.blocks(Path.of("../docs/spark.md"), "java");
        assertThat(blocks).hasSizeGreaterThan(2);
        DocumentedCode.assertCompiles("import io.emotion4j.spark.*; import org.apache.spark.sql.*;\n"
                + "class Documented { void run(SparkSession spark) throws Exception {\n" + String.join("", blocks)
                + "}}");
    }
}
