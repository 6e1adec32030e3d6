package io.emotion4j.cli;

import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j models add}: fetches a model that the user names by address and hash. */
@Command(
        name = "add",
        description =
                "Fetches a model from an address that you name, with the SHA-256 that it must have, and keeps it; from then on its"
                        + " id names it. A connection that was cut is gone on from. Proxies are those of the JVM (-Dhttps.proxyHost=...).",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the model is there",
            "1:it cannot be fetched, or is another file than was named",
            "2:the address has no SHA-256",
            "3:what was fetched is no model"
        })
final class ModelsAddCommand implements Callable<Integer> {

    private static final String HASH = "#sha256=";
    private static final long TOLD_EVERY = 10_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            description =
                    "ADDRESS#sha256=HASH of a zip file of a model, or of a model.json beside which its files lie: https, http, or"
                            + " a file's name. Or the id of a public network that the program knows by its hash, with --from")
    private String what = "";

    @Option(names = "--from", paramLabel = "ADDRESS", description = "where the weights of a known network are")
    private @Nullable String from;

    @Option(
            names = "--models",
            paramLabel = "FOLDER",
            description =
                    "where models are kept; default: .emotion4j/models in the home folder, or -Demotion4j.models=FOLDER")
    private @Nullable Path folder;

    @Option(names = "--offline", description = "fetch nothing: only what was fetched before is there")
    private boolean offline;

    private long told;

    @Override
    public Integer call() throws IOException {
        Model model;
        try {
            model = add(folder == null ? ModelStore.ofUser() : ModelStore.at(folder));
        } catch (IllegalArgumentException e) {
            throw new WrongOptionException(e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("  added    " + model);
        out.println("Next: emotion4j models check "
                + (model.location().contains("!/")
                        ? model.location().substring(0, model.location().indexOf("!/"))
                        : Path.of(model.location()).getParent()));
        return ExitCode.OK;
    }

    private Model add(ModelStore store) throws IOException {
        int cut = what.indexOf(HASH);
        if (cut >= 0) {
            return store.add(address(what.substring(0, cut)), what.substring(cut + HASH.length()), offline, this::tell);
        }
        if (from != null) {
            return store.addKnown(what, address(from), offline, this::tell);
        }
        for (ModelDescriptor known : ModelStore.known()) {
            if (known.id().equals(what)) {
                throw new IllegalArgumentException("The program knows '" + what + "' (" + known.source() + "; licence: "
                        + known.license() + ") by the SHA-256 of its weights, "
                        + known.files().values().iterator().next().sha256()
                        + ", but no address that it could vouch for; say --from ADDRESS, or --from FILE");
            }
        }
        throw new IllegalArgumentException("A model is fetched only with the SHA-256 that it must have, such as " + what
                + HASH
                + "0123...; whoever offers it tells it, or `sha256sum` of a file that you trust. Known by id are "
                + ModelStore.known().stream().map(ModelDescriptor::id).toList());
    }

    private static URI address(String word) {
        boolean url = word.toLowerCase(Locale.ROOT).matches("(https?|file):.*");
        Path file = url ? Path.of("") : FileName.path(word);
        if (!url && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("No file " + word + "; expected one, or an address https://...");
        }
        return url ? URI.create(word) : file.toAbsolutePath().toUri();
    }

    private void tell(URI address, long done, long total) {
        if (done >= told + TOLD_EVERY || done == total) {
            told = done == total ? 0 : done;
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "  fetching %s: %.1f %s MB%n",
                            address,
                            done / 1e6,
                            total < 0 ? "" : String.format(Locale.ROOT, "of %.1f", total / 1e6));
        }
    }
}
