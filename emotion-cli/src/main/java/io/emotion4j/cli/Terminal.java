package io.emotion4j.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the user looks at. Java cannot tell whether standard error is a terminal, so the script {@code ./emotion4j} says it in
 * system property {@code emotion4j.terminal}: {@code out}, {@code err}, {@code ascii} where the
 * user's locale has no other letters, or several with commas.
 *
 * @param err whether standard error is a terminal
 * @param unicode whether it shows more than ASCII
 */
record Terminal(boolean err, boolean unicode) {

    static Terminal ofThisProcess() {
        List<String> terminals =
                List.of(System.getProperty("emotion4j.terminal", "").split(","));
        String charset = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "US-ASCII"));
        boolean utf8 = Charset.forName(charset).equals(StandardCharsets.UTF_8);
        return new Terminal(terminals.contains("err"), utf8 && !terminals.contains("ascii"));
    }
}
