package io.emotion4j.cli;

import io.emotion4j.cli.evaluation.EvaluateClassifierCommand;
import io.emotion4j.cli.evaluation.EvaluateDetectorCommand;
import io.emotion4j.cli.evaluation.MakeSampleCommand;
import io.emotion4j.cli.evaluation.UnpackSheetsCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program {@code emotion4j}. */
public final class Main {

    private Main() {}

    /**
     * Runs the program and ends the JVM.
     *
     * @param args see {@code emotion4j --help}
     */
    public static void main(String[] args) {
        run(commandLine(), args);
    }

    /**
     * Runs a program and ends the JVM.
     *
     * @param program its commands
     * @param args of its command line
     */
    public static void run(CommandLine program, String... args) {
        // No display is needed to read and write pictures.
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out), false);
        PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err), true);
        int code = program.setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * Sets what is the same for all commands.
     *
     * @param program its commands
     * @return the same
     */
    public static CommandLine configured(CommandLine program) {
        return program.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(new Failures());
    }

    /** Runs the program and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    static CommandLine commandLine() {
        return configured(new CommandLine(new AnalyzeCommand())
                .addSubcommand(new DoctorCommand())
                .addSubcommand(new ModelsCommand())
                .addSubcommand(new VideoCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new ClientCommand())
                .addSubcommand(new EvaluateClassifierCommand())
                .addSubcommand(new EvaluateDetectorCommand())
                .addSubcommand(new MakeSampleCommand())
                .addSubcommand(new UnpackSheetsCommand()));
    }

    private static PrintWriter utf8(OutputStream stream, boolean autoFlush) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), autoFlush);
    }
}
