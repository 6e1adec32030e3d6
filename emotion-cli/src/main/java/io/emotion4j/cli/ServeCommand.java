package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.server.EmotionServer;
import io.emotion4j.server.ServerOptions;
import io.emotion4j.server.ServerOptionsBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotion4j serve}: the server. */
@Command(
        name = "serve",
        description =
                "Answers pictures over HTTP, and has a web page. Pictures stay in memory. Stops at SIGTERM or Ctrl-C,"
                        + " when the requests in hand are answered.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "2:the command line is wrong, or the address is in use",
            "3:no engine or no model that works here; see `emotion4j doctor`"
        })
final class ServeCommand implements Callable<Integer> {

    /** A crowd of more faces takes seconds, for which others wait. */
    private static final int MOST_FACES = 100;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "where to listen; 0.0.0.0 for all addresses of this machine; default: ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "0 for any free one; default: ${DEFAULT-VALUE}")
    private int port = 8080;

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            defaultValue = "*",
            description =
                    "whose pages may call, such as https://example.org; may be given several times; * for all, none "
                            + "for none but this server's own; default: ${DEFAULT-VALUE}")
    private List<String> corsOrigins = List.of("*");

    @Option(
            names = "--max-request-bytes",
            paramLabel = "N",
            defaultValue = "16777216",
            description = "larger requests are answered 413; default: ${DEFAULT-VALUE}")
    private int maxRequestBytes = 16 << 20;

    @Option(names = "--concurrency", paramLabel = "N", description = "analyses at a time; default: one a processor")
    private int concurrency = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--queue",
            paramLabel = "N",
            defaultValue = "128",
            description = "how many requests wait beyond these; more are answered 503; default: ${DEFAULT-VALUE}")
    private int queue = 128;

    @Option(
            names = "--client-limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "requests of one address at a time; more are answered 429; 0 for no limit; default: "
                    + "${DEFAULT-VALUE}")
    private int clientLimit;

    @Option(
            names = "--request-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "how long a request may take to come in, and then to be answered; default: ${DEFAULT-VALUE}")
    private int requestTimeout = 30;

    @Option(
            names = "--token",
            paramLabel = "TEXT",
            defaultValue = "${env:EMOTION4J_TOKEN}",
            description = "callers must send it as `Authorization: Bearer TEXT`; better given in environment variable "
                    + "EMOTION4J_TOKEN, which no list of processes shows")
    private @Nullable String token;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "speaks HTTPS with this certificate and its chain (PEM)")
    private @Nullable Path tlsCertificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "private key of that certificate (PEM, PKCS #8, not encrypted)")
    private @Nullable Path tlsKey;

    @Option(
            names = "--other-classifier",
            paramLabel = "MODEL",
            description =
                    "another classifier that callers may choose, on the page or by /predict?classifier=ID: the id of a"
                            + " shipped one, or a model of yours; may be given several times")
    private List<String> otherClassifiers = List.of();

    @Mixin
    private AnalyzerOptions options = new AnalyzerOptions();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ServerOptionsBuilder server = checked(this::serverOptions);
        // The server bounds them itself, and has a second lane for large pictures.
        try (EmotionAnalyzer analyzer = checked(() -> options.builder(MOST_FACES)
                        .maxConcurrency(2 * concurrency)
                        .build());
                OtherClassifiers others =
                        checked(() -> OtherClassifiers.open(otherClassifiers, analyzer, options, 2 * concurrency));
                EmotionServer running = EmotionServer.start(
                        analyzer,
                        checked(() ->
                                server.otherClassifiers(others.analyzers()).build()))) {
            Thread stop = new Thread(running::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            out.printf(
                    "emotion4j listens on %s://%s:%d/ (engine %s, device %s)%n",
                    tlsKey == null ? "http" : "https",
                    host.contains(":") ? "[" + host + "]" : host,
                    running.port(),
                    analyzer.classifier().engine(),
                    options.device());
            out.flush();
            if (token == null && !isThisMachine(host)) {
                err.println("emotion4j: whoever reaches " + host + " may send pictures, since there is no --token");
            }
            running.join();
            return ExitCode.OK;
        } catch (IOException e) {
            err.println("emotion4j: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private ServerOptionsBuilder serverOptions() {
        Set<String> origins = corsOrigins.contains("none")
                ? Set.of()
                : corsOrigins.stream().map(String::strip).collect(Collectors.toSet());
        ServerOptionsBuilder builder = ServerOptions.builder()
                .host(host)
                .decodeLimits(options.limits())
                .facesLimit(options.maxFaces(MOST_FACES))
                .models(options.models())
                .device(options.device())
                .accessLog(spec.commandLine().getErr()::println);
        AnalyzerOptions.set("--port", port, builder::port);
        AnalyzerOptions.set("--max-request-bytes", maxRequestBytes, builder::maxRequestBytes);
        AnalyzerOptions.set("--concurrency", concurrency, builder::concurrency);
        AnalyzerOptions.set("--queue", queue, builder::queueLimit);
        AnalyzerOptions.set("--client-limit", clientLimit, builder::clientLimit);
        AnalyzerOptions.set("--request-timeout", Duration.ofSeconds(requestTimeout), builder::requestTimeout);
        AnalyzerOptions.set("--token", token, builder::token);
        AnalyzerOptions.set("--cors-origin", origins, builder::corsOrigins);
        if ((tlsCertificate == null) != (tlsKey == null)) {
            throw new IllegalArgumentException("--tls-certificate and --tls-key go together; give both, or none");
        }
        if (tlsCertificate != null && tlsKey != null) {
            builder.tls(tlsCertificate, tlsKey);
        }
        return builder;
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private <T> T checked(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
