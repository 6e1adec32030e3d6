package io.emotion4j.server;

import io.emotion4j.DecodeLimits;
import io.emotion4j.model.Model;
import java.time.Duration;
import java.util.List;
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
    private final List<Model> models;
    private final String device;
    private final Consumer<String> accessLog;

    private ServerOptions(Builder from) {
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
        models = from.models;
        device = from.device;
        accessLog = from.accessLog;
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
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

    List<Model> models() {
        return models;
    }

    String device() {
        return device;
    }

    Consumer<String> accessLog() {
        return accessLog;
    }

    /** Collects options; each setter checks its value. For one thread. */
    public static final class Builder {

        private String host = "127.0.0.1";
        private int port = 8080;
        private Set<String> corsOrigins = Set.of("*");
        private int maxRequestBytes = 16 << 20;
        private DecodeLimits decodeLimits = DecodeLimits.DEFAULT;
        private int concurrency = Runtime.getRuntime().availableProcessors();
        private int queueLimit = 128;
        private int clientLimit;
        private Duration requestTimeout = Duration.ofSeconds(30);
        private @Nullable String token;
        private List<Model> models = List.of();
        private String device = "cpu";
        private Consumer<String> accessLog = line -> {};

        private Builder() {}

        /**
         * Where to listen. Default: {@code 127.0.0.1}.
         *
         * @param host an address or name of this machine; {@code 0.0.0.0} for all
         * @return this builder
         */
        public Builder host(String host) {
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
        public Builder port(int port) {
            this.port = checked("port", port, 0, 65_535);
            return this;
        }

        /**
         * The origins whose pages may call. Default: {@code *}.
         *
         * @param origins such as {@code https://example.org}; {@code *} for all; empty for none but the server's own page
         * @return this builder
         */
        public Builder corsOrigins(Set<String> origins) {
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
        public Builder maxRequestBytes(int bytes) {
            this.maxRequestBytes = checked("maxRequestBytes", bytes, 1, 1 << 30);
            return this;
        }

        /**
         * How large a picture may be; larger ones are answered 413. Default: {@link DecodeLimits#DEFAULT}.
         *
         * @param limits the limits
         * @return this builder
         */
        public Builder decodeLimits(DecodeLimits limits) {
            this.decodeLimits = limits;
            return this;
        }

        /**
         * Analyses at a time. Default: one a processor.
         *
         * @param analyses 1 to 1024
         * @return this builder
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder concurrency(int analyses) {
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
        public Builder queueLimit(int requests) {
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
        public Builder clientLimit(int requests) {
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
        public Builder requestTimeout(Duration timeout) {
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
        public Builder token(@Nullable String token) {
            if (token != null && token.isBlank()) {
                throw new IllegalArgumentException("token takes a text, found an empty one");
            }
            this.token = token;
            return this;
        }

        /**
         * Models of yours that the analyzer may use, so that the server can show their cards; the shipped ones it knows.
         *
         * @param models the models; those that are not in use are not shown
         * @return this builder
         */
        public Builder models(List<Model> models) {
            this.models = List.copyOf(models);
            return this;
        }

        /**
         * What {@code /health} says the networks run on. Default: {@code cpu}.
         *
         * @param device as given to the analyzer's builder
         * @return this builder
         */
        public Builder device(String device) {
            this.device = device;
            return this;
        }

        /**
         * Where a line of JSON goes for each request. Default: nowhere.
         *
         * @param log called from any thread
         * @return this builder
         */
        public Builder accessLog(Consumer<String> log) {
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
}
