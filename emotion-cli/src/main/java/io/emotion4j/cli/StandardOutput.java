package io.emotion4j.cli;

import io.emotion4j.internal.files.FileProblem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where answers go, in UTF-8. It remembers why it failed: a {@link PrintWriter} alone says only that it did. */
final class StandardOutput extends PrintWriter {

    /** Kinds of files in the mode of Unix. */
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final Sink sink;
    private final boolean ofProcess;

    private StandardOutput(Sink sink, boolean ofProcess) {
        super(new OutputStreamWriter(sink, StandardCharsets.UTF_8));
        this.sink = sink;
        this.ofProcess = ofProcess;
    }

    static StandardOutput ofThisProcess() {
        return new StandardOutput(new Sink(new FileOutputStream(FileDescriptor.out)), true);
    }

    static StandardOutput to(OutputStream stream) {
        return new StandardOutput(new Sink(stream), false);
    }

    /**
     * Says what went wrong, if anything did.
     *
     * @param code of the command
     * @param err where it is said
     * @return the code that the program ends with
     */
    int finish(int code, PrintWriter err) {
        flush();
        IOException problem = sink.problem;
        if (problem == null) {
            return code;
        }
        if (saysPipe(problem) || ofProcess && isPipe()) {
            return ExitCode.READER_LEFT;
        }
        err.println("emotion4j: cannot write the output: " + FileProblem.reason(problem)
                + "; what was written until then is there, its end is missing");
        return code == ExitCode.OK ? ExitCode.PICTURES_FAILED : code;
    }

    /** Whether whoever read the output has gone, as head does. */
    private static boolean saysPipe(IOException problem) {
        return String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** The system may say it in any language, so the kind of the file counts, too: to a pipe nothing else can fail. */
    private static boolean isPipe() {
        try {
            int kind = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static final class Sink extends FilterOutputStream {

        private @Nullable IOException problem;

        Sink(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                problem = problem == null ? e : problem;
                throw e;
            }
        }
    }
}
