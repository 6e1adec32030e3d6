package io.emotion4j.cli;

import io.emotion4j.cli.evaluation.ClassPriorCommand;
import io.emotion4j.cli.evaluation.EvaluateClassifierCommand;
import io.emotion4j.cli.evaluation.EvaluateDetectorCommand;
import io.emotion4j.cli.evaluation.MakeSampleCommand;
import io.emotion4j.cli.evaluation.UnpackSheetsCommand;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
        run(program(args), args);
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
        StandardOutput out = StandardOutput.ofThisProcess();
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        Ending.prepare();
        System.exit(run(program, out, err, args));
    }

    /**
     * Sets what is the same for all commands.
     *
     * @param program its commands
     * @return the same
     */
    public static CommandLine configured(CommandLine program) {
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, new FileName())
                .setExecutionExceptionHandler(new Failures());
    }

    /** Runs the program and returns its exit code. */
    static int run(StandardOutput out, PrintWriter err, String... args) {
        return run(program(args), out, err, args);
    }

    private static int run(CommandLine program, StandardOutput out, PrintWriter err, String... args) {
        int code = out.finish(program.setOut(out).setErr(err).execute(args), err);
        err.flush();
        return code;
    }

    /**
     * The command for pictures alone where a picture is the first word: to look at the options of all commands takes longer than a
     * picture. Help and errors name all.
     */
    private static CommandLine program(String... args) {
        List<String> words = List.of(args);
        // No command has a dot.
        boolean picture = !words.isEmpty() && words.get(0).contains(".") && new File(words.get(0)).isFile();
        if (!picture || words.contains("--help") || words.contains("-h")) {
            return commandLine();
        }
        CommandLine alone = configured(new CommandLine(new AnalyzeCommand()));
        return alone.setParameterExceptionHandler((e, again) ->
                commandLine().setOut(alone.getOut()).setErr(alone.getErr()).execute(again));
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
                .addSubcommand(new ClassPriorCommand())
                .addSubcommand(new CutFacesCommand())
                .addSubcommand(new MakeSampleCommand())
                .addSubcommand(new UnpackSheetsCommand()));
    }
}
