package io.emotion4j.cli.evaluation;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.evaluation.data.ContactSheets;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes contact sheets of faces as the CSV files that the other commands read. */
@Command(name = "unpack-sheets", description = "Contact sheets and labels.csv to fer2013.csv and fer2013new.csv")
public final class UnpackSheetsCommand extends DataCommand {

    @Parameters(paramLabel = "SOURCE")
    @SuppressWarnings("NullAway.Init")
    private Path source;

    @Parameters(paramLabel = "TARGET")
    @SuppressWarnings("NullAway.Init")
    private Path target;

    /** For the command line. */
    public UnpackSheetsCommand() {}

    @Override
    protected void run() throws IOException {
        ContactSheets.unpack(source, target);
    }
}
