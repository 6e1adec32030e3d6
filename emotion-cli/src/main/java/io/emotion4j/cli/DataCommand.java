package io.emotion4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works on data and models for long: evaluation, training, export. What is wrong is said in one line. */
@Command(
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the data cannot be read, nothing can be written, or a training came to no numbers any more",
            "2:the command line is wrong",
            "3:no engine or no model that works here; see `emotion4j doctor`",
            "4:a fault of this program",
            "130, 141:ended by Ctrl-C, or by whoever read the output"
        })
public abstract class DataCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /** For the commands. */
    protected DataCommand() {}

    /**
     * Does the work.
     *
     * @throws IOException if data cannot be read or written
     * @throws IllegalArgumentException if options do not go together, or with the data
     */
    protected abstract void run() throws IOException;

    @Override
    public final Integer call() throws IOException {
        try {
            run();
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new WrongOptionException(e);
        } finally {
            out().flush();
        }
    }

    /** {@return for what was asked for} */
    protected final PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** {@return for what is said meanwhile} */
    protected final PrintWriter err() {
        return command.commandLine().getErr();
    }
}
