package io.emotion4j.cli;

/** What the program's exit codes mean; {@code --help} says the same. */
final class ExitCode {

    static final int OK = 0;
    static final int PICTURES_FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_READY = 3;
    static final int FAULT = 4;

    private ExitCode() {}
}
