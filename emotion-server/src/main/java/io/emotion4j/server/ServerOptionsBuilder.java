package io.emotion4j.server;

import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the options of a server, from {@link ServerOptions#builder()}; each setter checks its value. For one thread.
 *
 * @since 0.1.0
 */
public final class ServerOptionsBuilder {

    private static final String ORIGIN =
            "\\*|null|[A-Za-z][A-Za-z0-9+.-]*://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?";

    String host = "127.0.0.1";
    int port = 8080;
    Set<String> corsOrigins = Set.of("*");
    int maxRequestBytes = 16 << 20;
    DecodeLimits decodeLimits = DecodeLimits.DEFAULT;
    int concurrency = Runtime.getRuntime().availableProcessors();
    int queueLimit = 128;
    int clientLimit;
    Duration requestTimeout = Duration.ofSeconds(30);

    @Nullable
    String token;

    @Nullable
    KeyStore keyStore;

    int facesLimit = Integer.MAX_VALUE;
    Map<String, EmotionAnalyzer> otherClassifiers = Map.of();
    List<Model> models = List.of();
    String device = "cpu";
    Consumer<String> accessLog = line -> {};

    ServerOptionsBuilder() {}

    /**
     * Where to listen. Default: {@code 127.0.0.1}.
     *
     * @param host an address or name of this machine; {@code 0.0.0.0} for all
     * @return this builder
     */
    public ServerOptionsBuilder host(String host) {
        this.host = host;
        return this;
    }

    /**
     * The port to listen on. Default: 8080.
     *
     * @param port 0 to 65,535; 0 for any free one
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ServerOptionsBuilder port(int port) {
        this.port = checked("port", port, 0, 65_535);
        return this;
    }

    /**
     * The origins whose pages may call. Default: {@code *}.
     *
     * @param origins such as {@code https://example.org}; {@code *} for all; empty for none but the server's own page
     * @return this builder
     * @throws IllegalArgumentException if one is no origin
     */
    public ServerOptionsBuilder corsOrigins(Set<String> origins) {
        for (String origin : origins) {
            if (!origin.matches(ORIGIN)) {
                throw new IllegalArgumentException(
                        "an origin takes the form scheme://host or scheme://host:port, such as "
                                + "https://example.org, or * for all, found '" + origin + "'");
            }
        }
        this.corsOrigins = Set.copyOf(origins);
        return this;
    }

    /**
     * How large a request may be; larger ones are answered 413. Default: 16 MiB.
     *
     * @param bytes 1 to 2^30
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ServerOptionsBuilder maxRequestBytes(int bytes) {
        this.maxRequestBytes = checked("maxRequestBytes", bytes, 1, 1 << 30);
        return this;
    }

    /**
     * How large a picture may be; larger ones are answered 413. Default: {@link DecodeLimits#DEFAULT}.
     *
     * @param limits the limits
     * @return this builder
     */
    public ServerOptionsBuilder decodeLimits(DecodeLimits limits) {
        this.decodeLimits = limits;
        return this;
    }

    /**
     * Analyses at a time; as many of what takes long (pictures of more than 8 megapixels, explanations) beside them, so that it keeps nobody from
     * their turn. The analyzer's own {@code maxConcurrency} should let twice as many in. Default: one a processor.
     *
     * @param analyses 1 to 1024
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ServerOptionsBuilder concurrency(int analyses) {
        this.concurrency = checked("concurrency", analyses, 1, 1024);
        return this;
    }

    /**
     * How many more requests wait; beyond these, 503. Default: 128.
     *
     * @param requests 0 to 1,000,000
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ServerOptionsBuilder queueLimit(int requests) {
        this.queueLimit = checked("queueLimit", requests, 0, 1_000_000);
        return this;
    }

    /**
     * Requests of one address at a time; beyond these, 429. Default: 0, no limit.
     *
     * @param requests 0 to 1,000,000
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ServerOptionsBuilder clientLimit(int requests) {
        this.clientLimit = checked("clientLimit", requests, 0, 1_000_000);
        return this;
    }

    /**
     * How long a request may take to come in (408), and then to be answered (503). Default: 30 seconds.
     *
     * @param timeout one second to one day
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ServerOptionsBuilder requestTimeout(Duration timeout) {
        checked("requestTimeout, in seconds,", timeout.toSeconds(), 1, 86_400);
        this.requestTimeout = timeout;
        return this;
    }

    /**
     * What callers must send as {@code Authorization: Bearer TOKEN}. Default: null, everybody may call.
     *
     * @param token the text, or null
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public ServerOptionsBuilder token(@Nullable String token) {
        if (token != null && token.isBlank()) {
            throw new IllegalArgumentException("token takes a text, found an empty one");
        }
        this.token = token;
        return this;
    }

    /**
     * Speaks HTTPS. Default: plain HTTP.
     *
     * @param certificates a file with the server's certificate and its chain, PEM
     * @param key a file with the certificate's private key, PEM, PKCS #8, not encrypted
     * @return this builder
     * @throws IllegalArgumentException if one cannot be read, is not of that form, or they do not belong together
     */
    public ServerOptionsBuilder tls(Path certificates, Path key) {
        this.keyStore = PemFiles.keyStore(certificates, key);
        return this;
    }

    /**
     * The most faces that the analyzer gives of a picture ({@code EmotionAnalyzerBuilder.maxFaces}), so that answers can say
     * when there may be more: they have the header {@code X-Faces-Limit} then. Default: no limit.
     *
     * @param faces 1 or more
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ServerOptionsBuilder facesLimit(int faces) {
        this.facesLimit = checked("facesLimit", faces, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Analyzers with other classifiers, among which callers of {@code /predict}, the web page among them, may choose by {@code
     * ?classifier=ID}. Each should find faces by the same detector ({@code EmotionAnalyzerBuilder.detector}), so that it need not be
     * loaded twice. Default: none, and callers have no choice.
     *
     * @param analyzers the analyzers; the caller closes them, after the server
     * @return this builder
     * @throws IllegalArgumentException if two have classifiers of the same id
     */
    public ServerOptionsBuilder otherClassifiers(List<EmotionAnalyzer> analyzers) {
        Map<String, EmotionAnalyzer> byId = new LinkedHashMap<>();
        for (EmotionAnalyzer analyzer : analyzers) {
            String id = analyzer.classifier().id();
            if (byId.put(id, analyzer) != null) {
                throw new IllegalArgumentException(
                        "two of the other classifiers are called '" + id + "'; name each once");
            }
        }
        this.otherClassifiers = Collections.unmodifiableMap(byId);
        return this;
    }

    /**
     * Models of yours that the analyzer may use, so that the server can show their cards; the shipped ones it knows.
     *
     * @param models the models; those that are not in use are not shown
     * @return this builder
     */
    public ServerOptionsBuilder models(List<Model> models) {
        this.models = List.copyOf(models);
        return this;
    }

    /**
     * What {@code /health} says the networks run on. Default: {@code cpu}.
     *
     * @param device as given to the analyzer's builder
     * @return this builder
     */
    public ServerOptionsBuilder device(String device) {
        this.device = device;
        return this;
    }

    /**
     * Where a line of JSON goes for each request. Default: nowhere.
     *
     * @param log called from any thread
     * @return this builder
     */
    public ServerOptionsBuilder accessLog(Consumer<String> log) {
        this.accessLog = log;
        return this;
    }

    /** {@return the options} */
    public ServerOptions build() {
        return new ServerOptions(this);
    }

    private static int checked(String what, long found, long least, long most) {
        if (found < least || found > most) {
            throw new IllegalArgumentException(what + " takes " + least + " to " + most + ", found " + found);
        }
        return (int) found;
    }
}
