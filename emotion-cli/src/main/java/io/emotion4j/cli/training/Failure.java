package io.emotion4j.cli.training;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** Says what is wrong with data or options in one line, where a stack trace would hide it. */
final class Failure {

    private Failure() {}

    /** A command's work. */
    interface Work {
        void run() throws IOException;
    }

    /** {@return the exit code: 0, or 1 where the input was bad} */
    static int report(CommandSpec command, Work work) {
        try {
            work.run();
            return 0;
        } catch (IOException | IllegalArgumentException | ModelLoadException e) {
            command.commandLine().getErr().println(command.qualifiedName() + ": " + e.getMessage());
            command.commandLine().getErr().flush();
            return 1;
        }
    }
}
