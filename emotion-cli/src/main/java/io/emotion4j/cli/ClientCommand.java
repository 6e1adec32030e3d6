package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.server.client.Load;
import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j client}: calls every endpoint of a server, or puts load on it. */
@Command(
        name = "client",
        description =
                "Calls every endpoint of a server with a picture and prints the answers; with --load, measures it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every answer had status 200", "1:one had not, or did not come", "2:the command line is wrong"
        })
final class ClientCommand implements Callable<Integer> {

    private static final int LONGEST_ANSWER = 2000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "URL", description = "such as http://localhost:8080")
    @SuppressWarnings("NullAway.Init")
    private String url;

    @Parameters(index = "1", paramLabel = "FILE", description = "a picture")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--token",
            paramLabel = "TEXT",
            defaultValue = "${env:EMOTION4J_TOKEN}",
            description = "what the server wants as its bearer token; default: environment variable EMOTION4J_TOKEN")
    private @Nullable String token;

    @Option(
            names = "--load",
            paramLabel = "N",
            description =
                    "N clients send the picture to /predict, again as soon as they have their answer; statuses and times "
                            + "are reported")
    private @Nullable Integer load;

    @Option(names = "--seconds", paramLabel = "N", description = "how long with --load; default: ${DEFAULT-VALUE}")
    private int seconds = 60;

    @Option(
            names = "--compare",
            description =
                    "with --load: bare EmotionAnalyzer threads do the same in this process, half of the time before "
                            + "and half after")
    private boolean compare;

    @Option(names = "--threads", paramLabel = "N", description = "threads of --compare; default: one a processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private AnalyzerOptions options = new AnalyzerOptions();

    @Override
    public Integer call() throws InterruptedException {
        if (load != null && load < 1 || seconds < 1 || threads < 1) {
            throw new ParameterException(spec.commandLine(), "--load, --seconds and --threads take 1 or more");
        }
        byte[] picture;
        ServerClient client;
        try {
            picture = Files.readAllBytes(file);
            client = new ServerClient(url, token == null || token.isEmpty() ? null : token);
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        boolean well = load == null ? callAll(client, picture) : load(client, picture, load);
        return well ? ExitCode.OK : ExitCode.PICTURES_FAILED;
    }

    private boolean callAll(ServerClient client, byte[] picture) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean well = true;
        for (ServerCall call : ServerCall.all(String.valueOf(file.getFileName()), picture)) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = client.send(call);
                double millis = (System.nanoTime() - start) / 1e6;
                out.printf(
                        Locale.ROOT, "%s %s: %d, %.1f ms%n", call.method(), call.path(), answer.statusCode(), millis);
                out.printf("    %s%n", shortened(answer.body().strip()));
                well &= answer.statusCode() == 200;
            } catch (IOException e) {
                spec.commandLine().getErr().printf("emotion4j: no answer from %s%s: %s%n", url, call.path(), e);
                well = false;
            }
        }
        return well;
    }

    private static String shortened(String answer) {
        String line = answer.replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST_ANSWER
                ? line
                : line.substring(0, LONGEST_ANSWER) + "... (" + answer.length() + " characters)";
    }

    private boolean load(ServerClient client, byte[] picture, int clients) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ServerCall call = ServerCall.raw("/predict", picture);
        Duration time = Duration.ofSeconds(seconds);
        Duration half = time.dividedBy(2);
        Callable<String> request = () -> Integer.toString(client.send(call).statusCode());
        if (!compare) {
            Load found = Load.run(clients, time, request);
            out.printf("%d clients: %s%n", clients, found);
            return onlyOk(found);
        }
        try (EmotionAnalyzer analyzer = options.builder().build()) {
            Callable<String> bare = () -> analyzer.analyze(picture).faces().size() + " faces";
            Load.run(threads, Duration.ofSeconds(2), bare);
            Load.run(clients, Duration.ofSeconds(2), request);
            Load before = Load.run(threads, half, bare);
            Load found = Load.run(clients, time, request);
            Load after = Load.run(threads, half, bare);
            double most = (before.throughput() + after.throughput()) / 2;
            out.printf("%d bare threads before: %s%n", threads, before);
            out.printf("%d clients: %s%n", clients, found);
            out.printf("%d bare threads after: %s%n", threads, after);
            out.printf(
                    Locale.ROOT, "the server reaches %.0f %% of the bare threads%n", 100 * found.throughput() / most);
            if (isNoisy(before, found, after)) {
                out.println(
                        "do not trust this figure: other programs took part of the machine meanwhile, or the server runs on "
                                + "another; repeat it when the machine is idle");
            }
            return onlyOk(found);
        }
    }

    /** Bare threads that differ by a tenth, or a server that is quicker than what it does the work with. */
    static boolean isNoisy(Load before, Load server, Load after) {
        double low = Math.min(before.throughput(), after.throughput());
        double high = Math.max(before.throughput(), after.throughput());
        return high > 1.1 * low || server.throughput() > 1.05 * high;
    }

    private static boolean onlyOk(Load load) {
        return load.outcomes().keySet().equals(java.util.Set.of("200"));
    }
}
