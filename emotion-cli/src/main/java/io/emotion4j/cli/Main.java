package io.emotion4j.cli;

import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.cli.evaluation.EvaluateClassifierCommand;
import io.emotion4j.cli.evaluation.EvaluateDetectorCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The program {@code emotion4j}. */
public final class Main {

    private Main() {}

    /**
     * Runs the program and ends the JVM.
     *
     * @param args see {@code emotion4j --help}
     */
    public static void main(String[] args) {
        // No display is needed to read and write pictures.
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out), false);
        PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err), true);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs the program and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new AnalyzeCommand())
                .addSubcommand(new DoctorCommand())
                .addSubcommand(new ModelsCommand())
                .addSubcommand(new VideoCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new ClientCommand())
                .addSubcommand(new EvaluateClassifierCommand())
                .addSubcommand(new EvaluateDetectorCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::failed);
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof NoProviderException || failure instanceof ModelLoadException) {
            err.println("emotion4j: " + failure.getMessage());
            return ExitCode.NOT_READY;
        }
        if (failure instanceof OutputClosedException) {
            return ExitCode.OK;
        }
        err.println("emotion4j: this should not have happened; please report it with the lines below");
        failure.printStackTrace(err);
        return ExitCode.FAULT;
    }

    private static PrintWriter utf8(OutputStream stream, boolean autoFlush) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), autoFlush);
    }
}
