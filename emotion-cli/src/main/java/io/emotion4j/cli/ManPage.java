package io.emotion4j.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in roff, made of what its {@code --help} is made of. */
final class ManPage {

    private final CommandSpec command;
    private final Help help;
    private final StringBuilder roff = new StringBuilder();

    private ManPage(CommandSpec command) {
        this.command = command;
        this.help = new Help(command, Help.defaultColorScheme(Help.Ansi.OFF));
    }

    /** The name of the page, such as {@code emotion4j-serve}, which is followed by {@code .1} in a file's name. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /** The page's text. */
    static String of(CommandSpec command) {
        return new ManPage(command).text();
    }

    private String text() {
        String name = name(command);
        roff.append(".TH \"")
                .append(escaped(name.toUpperCase(Locale.ROOT)))
                .append("\" 1 \"\" \"emotion4j ")
                .append(escaped(Version.ofThisProgram()))
                .append("\" \"emotion4j\"\n");
        section("NAME");
        String description = String.join(" ", command.usageMessage().description());
        line(name + " - " + description.split("\\. |\\.$", 2)[0]);
        section("SYNOPSIS");
        line(help.abbreviatedSynopsis());
        section("DESCRIPTION");
        line(help.description());
        if (!command.positionalParameters().isEmpty()) {
            section("ARGUMENTS");
            command.positionalParameters().forEach(this::argument);
        }
        section("OPTIONS");
        command.options().stream().filter(option -> !option.hidden()).forEach(this::option);
        subcommands();
        exitCodes();
        line(help.footer());
        seeAlso();
        return roff.toString();
    }

    private void argument(PositionalParamSpec argument) {
        item(label(argument));
        descriptions(Help.createMinimalParameterRenderer()
                .render(argument, help.parameterLabelRenderer(), help.colorScheme()));
    }

    private void option(OptionSpec option) {
        item(String.join(", ", option.names()) + label(option));
        descriptions(
                Help.createMinimalOptionRenderer().render(option, help.parameterLabelRenderer(), help.colorScheme()));
    }

    private String label(ArgSpec argument) {
        return help.parameterLabelRenderer()
                .renderParameterLabel(
                        argument, Help.Ansi.OFF, help.colorScheme().parameterStyles())
                .toString();
    }

    /** The last column of each row. */
    private void descriptions(Text[][] rows) {
        line(Arrays.stream(rows).map(row -> row[row.length - 1].toString()).collect(Collectors.joining("\n")));
    }

    private void subcommands() {
        if (command.subcommands().isEmpty()) {
            return;
        }
        section("COMMANDS");
        for (CommandLine subcommand : command.subcommands().values()) {
            CommandSpec spec = subcommand.getCommandSpec();
            item(spec.name());
            line(String.join(" ", spec.usageMessage().description()));
        }
    }

    private void exitCodes() {
        Map<String, String> codes = command.usageMessage().exitCodeList();
        if (!codes.isEmpty()) {
            section("EXIT STATUS");
            codes.forEach((code, meaning) -> {
                item(code);
                line(meaning);
            });
        }
    }

    private void seeAlso() {
        String others = command.subcommands().values().stream()
                .map(subcommand -> "\\fB" + escaped(name(subcommand.getCommandSpec())) + "\\fR(1)")
                .collect(Collectors.joining(", "));
        CommandSpec parent = command.parent() == null ? null : command.parent();
        if (parent != null) {
            others = "\\fB" + escaped(name(parent)) + "\\fR(1)" + (others.isEmpty() ? "" : ", " + others);
        }
        section("SEE ALSO");
        roff.append(others).append('\n');
    }

    private void section(String title) {
        roff.append(".SH ").append(title).append('\n');
    }

    private void item(String term) {
        roff.append(".TP\n\\fB").append(escaped(term)).append("\\fR\n");
    }

    private void line(String text) {
        if (!text.isBlank()) {
            roff.append(escaped(text.strip())).append('\n');
        }
    }

    /** Letters that roff would take for commands. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga");
        return escaped.lines()
                .map(line -> line.startsWith(".") ? "\\&" + line : line)
                .collect(Collectors.joining("\n"));
    }
}
