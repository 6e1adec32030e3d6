package io.emotion4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes what lies beside the program in its distribution: manual pages, and the completion of its command line. */
public final class Manual {

    private Manual() {}

    /**
     * Writes the files.
     *
     * @param args the folder that they are written to: {@code man/man1/} and {@code completion/emotion4j.sh}, for bash and zsh
     * @throws IOException if they cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("Expected one folder to write to, found " + args.length + " arguments");
        }
        write(Path.of(args[0]), Main.commandLine());
    }

    static void write(Path folder, CommandLine program) throws IOException {
        Path completion = Files.createDirectories(folder.resolve("completion")).resolve("emotion4j.sh");
        Files.writeString(completion, AutoComplete.bash(program.getCommandName(), program));
        pages(Files.createDirectories(folder.resolve("man/man1")), program);
    }

    private static void pages(Path folder, CommandLine command) throws IOException {
        String name = ManPage.name(command.getCommandSpec()) + ".1";
        Files.writeString(folder.resolve(name), ManPage.of(command.getCommandSpec()));
        for (CommandLine subcommand : command.getSubcommands().values()) {
            pages(folder, subcommand);
        }
    }
}
