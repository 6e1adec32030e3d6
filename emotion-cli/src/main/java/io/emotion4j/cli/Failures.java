package io.emotion4j.cli;

import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.internal.files.FileProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command that failed says, and its exit code: the same for all commands. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof OutputClosedException) {
            return ExitCode.OK;
        }
        if (failure instanceof InterruptedIOException) {
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof NoProviderException || failure instanceof ModelLoadException) {
            err.println("emotion4j: " + failure.getMessage());
            return ExitCode.NOT_READY;
        }
        if (failure instanceof WrongOptionException) {
            return said(failure, command, ExitCode.USAGE);
        }
        if (failure instanceof IOException) {
            return said(failure, command, ExitCode.PICTURES_FAILED);
        }
        err.println("emotion4j: this should not have happened; please report it with the lines below");
        failure.printStackTrace(err);
        return ExitCode.FAULT;
    }

    private static int said(Exception failure, CommandLine command, int code) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + what(failure));
        command.getErr().flush();
        return code;
    }

    /** {@return the message} Where Java says no more than the file's name, what is wrong with it, too. */
    private static String what(Exception failure) {
        if (!(failure instanceof FileSystemException file) || file.getReason() != null) {
            return String.valueOf(failure.getMessage());
        }
        String reason = FileProblem.reason(file);
        return reason.contains(file.getFile()) ? reason : file.getFile() + ": " + reason;
    }
}
