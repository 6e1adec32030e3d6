package io.emotion4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The code that a document shows: it compiles, within what its text says is there. */
public final class DocumentedCode {

    private DocumentedCode() {}

    /**
     * The blocks of a document.
     *
     * @param document in Markdown
     * @param language that they are marked with, such as {@code java}
     * @return what stands in them, in their order
     * @throws IOException if the document cannot be read
     */
    public static List<String> blocks(Path document, String language) throws IOException {
        return Pattern.compile("(?ms)^ *```" + language + "\\R(.*?)^ *```$")
                .matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /**
     * Compiles the only class of a source with this JVM's class path.
     *
     * @param source of a class called {@code Documented}
     * @throws AssertionError with the compiler's words, if it does not compile
     */
    public static void assertCompiles(String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Documented.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter said = new StringWriter();
        boolean compiles = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        said,
                        null,
                        null,
                        // Checks without writing a class.
                        List.of("-proc:none", "-Xlint:none", "--should-stop=ifNoError=FLOW"),
                        null,
                        List.of(file))
                .call();
        assertThat(compiles).as("%s%n%s", said, source).isTrue();
    }
}
