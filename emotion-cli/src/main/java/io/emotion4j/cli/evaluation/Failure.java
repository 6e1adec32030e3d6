package io.emotion4j.cli.evaluation;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Says what is wrong with the data in one line, where a stack trace would hide it. */
final class Failure {

    /** As of other command-line programs: the input was bad. */
    static final int EXIT_CODE = 1;

    /** A command's work. */
    interface Work {
        void run(PrintWriter out) throws IOException;
    }

    private Failure() {}

    static int report(CommandSpec command, Work work) {
        PrintWriter out = command.commandLine().getOut();
        try {
            work.run(out);
            return 0;
        } catch (IOException e) {
            command.commandLine().getErr().println(command.qualifiedName() + ": " + e.getMessage());
            return EXIT_CODE;
        } finally {
            out.flush();
        }
    }
}
