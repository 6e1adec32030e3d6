package io.emotion4j.server;

import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a server runs. Immutable, made by {@link #builder()}; {@link #DEFAULT} listens on port 8080 of this machine alone.
 *
 * @since 0.1.0
 */
public final class ServerOptions {

    /** What a builder makes if nothing is set. */
    public static final ServerOptions DEFAULT = builder().build();

    private final String host;
    private final int port;
    private final Set<String> corsOrigins;
    private final int maxRequestBytes;
    private final DecodeLimits decodeLimits;
    private final int concurrency;
    private final int queueLimit;
    private final int clientLimit;
    private final Duration requestTimeout;
    private final @Nullable String token;
    private final @Nullable KeyStore keyStore;
    private final int facesLimit;
    private final Map<String, EmotionAnalyzer> otherClassifiers;
    private final List<Model> models;
    private final String device;
    private final Consumer<String> accessLog;

    ServerOptions(ServerOptionsBuilder from) {
        host = from.host;
        port = from.port;
        corsOrigins = from.corsOrigins;
        maxRequestBytes = from.maxRequestBytes;
        decodeLimits = from.decodeLimits;
        concurrency = from.concurrency;
        queueLimit = from.queueLimit;
        clientLimit = from.clientLimit;
        requestTimeout = from.requestTimeout;
        token = from.token;
        keyStore = from.keyStore;
        facesLimit = from.facesLimit;
        otherClassifiers = from.otherClassifiers;
        models = from.models;
        device = from.device;
        accessLog = from.accessLog;
    }

    /** {@return a builder with the defaults} */
    public static ServerOptionsBuilder builder() {
        return new ServerOptionsBuilder();
    }

    /** {@return the address to listen on} */
    public String host() {
        return host;
    }

    /** {@return the port; 0 for any free one} */
    public int port() {
        return port;
    }

    Set<String> corsOrigins() {
        return corsOrigins;
    }

    int maxRequestBytes() {
        return maxRequestBytes;
    }

    DecodeLimits decodeLimits() {
        return decodeLimits;
    }

    int concurrency() {
        return concurrency;
    }

    int queueLimit() {
        return queueLimit;
    }

    int clientLimit() {
        return clientLimit;
    }

    Duration requestTimeout() {
        return requestTimeout;
    }

    @Nullable
    String token() {
        return token;
    }

    @Nullable
    KeyStore keyStore() {
        return keyStore;
    }

    int facesLimit() {
        return facesLimit;
    }

    Map<String, EmotionAnalyzer> otherClassifiers() {
        return otherClassifiers;
    }

    List<Model> models() {
        return models;
    }

    String device() {
        return device;
    }

    Consumer<String> accessLog() {
        return accessLog;
    }
}
