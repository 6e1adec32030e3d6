package io.emotion4j.djl;

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
        String message = error.getMessage();
        return message == null || message.isBlank()
                ? error.getClass().getName()
                : message.strip().lines().findFirst().orElseThrow();
    }
}
