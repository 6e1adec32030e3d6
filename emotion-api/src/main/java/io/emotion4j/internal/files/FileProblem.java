package io.emotion4j.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be read or written, in words: the message of many of Java's exceptions is the file's name alone. */
public final class FileProblem {

    private FileProblem() {}

    /**
     * Explains a failure.
     *
     * @param failure what was thrown
     * @return the reason, without a full stop; it names a file only where that may be another than the caller's
     */
    public static String reason(IOException failure) {
        IOException cause = innermost(failure);
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        } else if (cause instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        } else if (cause instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is there already, and is no folder";
        } else if (cause instanceof NotDirectoryException other) {
            return other.getFile() + " is no folder";
        } else if (cause instanceof FileSystemException system) {
            String reason = system.getReason();
            return reason == null ? system.getClass().getSimpleName() : reason;
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** ImageIO's writers wrap what the file system says. */
    private static IOException innermost(IOException failure) {
        IOException found = failure;
        while (found.getCause() instanceof IOException cause) {
            found = cause;
        }
        return found;
    }
}
