package io.emotion4j.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** One run of the command line, in this JVM. */
record Run(int code, String out, String err) {

    static Run of(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run run = to(out, args);
        return new Run(run.code(), out.toString(StandardCharsets.UTF_8), run.err());
    }

    /** With another output; what came there is not known here. */
    static Run to(OutputStream out, Object... args) {
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code = Main.run(StandardOutput.to(out), new PrintWriter(err), words);
        return new Run(code, "", err.toString());
    }
}
