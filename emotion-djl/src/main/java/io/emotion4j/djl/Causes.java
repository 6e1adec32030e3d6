package io.emotion4j.djl;

import java.util.List;

/** What an engine's errors say, without the frames of its native code. */
final class Causes {

    private Causes() {}

    /** {@return the first lines of the error's and its causes' messages} */
    static String of(Throwable error) {
        StringBuilder text = new StringBuilder(firstLine(error));
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            String line = firstLine(cause);
            if (text.indexOf(line) < 0) {
                text.append(": ").append(line);
            }
        }
        return text.toString();
    }

    private static String firstLine(Throwable error) {
        List<String> lines = lines(error);
        return error instanceof NoClassDefFoundError || error instanceof ClassNotFoundException
                ? "class " + lines.get(0).replace('/', '.') + " is missing"
                : lines.get(0);
    }

    /** {@return the last line, where TorchScript's interpreter says what is wrong after it has said where} */
    static String lastLine(Throwable error) {
        List<String> lines = lines(error);
        return lines.get(lines.size() - 1);
    }

    private static List<String> lines(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank()
                ? List.of(error.getClass().getName())
                : message.strip().lines().toList();
    }
}
