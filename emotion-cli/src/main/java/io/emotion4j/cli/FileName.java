package io.emotion4j.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of files. In a locale without letters beyond ASCII, such as C, Java can neither read nor write those of others. */
final class FileName implements ITypeConverter<Path> {

    /** What Java puts in the place of a byte that the locale has no letter for. */
    private static final char UNKNOWN = '\uFFFD';

    @Override
    public Path convert(String name) {
        try {
            return path(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /**
     * A file's name from the command line.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' can be no file's name here: "
                            + (name.indexOf(UNKNOWN) < 0 ? e.getReason() : "it has letters" + advice()),
                    e);
        }
    }

    /** Whether a file's name that the system gave cannot be shown as it is. */
    static boolean isGarbled(Path file) {
        return file.toString().indexOf(UNKNOWN) >= 0;
    }

    /** What is to be said of such names. */
    static String advice() {
        return " that this Java cannot read in the locale's encoding (sun.jnu.encoding is "
                + System.getProperty("sun.jnu.encoding")
                + "); start it with LC_ALL=C.UTF-8 in the environment, or another locale of UTF-8";
    }
}
