package io.emotion4j.server;

import io.emotion4j.EmotionAnalyzer;
import java.io.IOException;
import java.net.BindException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP server around one {@link EmotionAnalyzer}.
 *
 * <pre>{@code
 * try (var analyzer = EmotionAnalyzer.create();
 *         var server = EmotionServer.start(analyzer, ServerOptions.DEFAULT)) {
 *     server.join();
 * }
 * }</pre>
 *
 * <p>It is built on Jetty's core without servlets, and not on a framework above it, such as Javalin: there, a handler reads the
 * body on a thread of the pool, and as many slow clients as there are threads block everybody else. Here a body is read piece
 * by piece as it comes in ({@link BodyReader}), answers go out the same way, and a thread is busy only with requests that are
 * here in whole. So a connection that is half open costs some kilobytes, not a thread. Jetty's core also has what else is
 * needed (multipart in memory, CORS, graceful stop), is a named module, and brings nothing but SLF4J.
 *
 * <p>Pictures stay in memory. {@link #close} waits for the requests in hand.
 *
 * @since 0.1.0
 */
public final class EmotionServer implements AutoCloseable {

    private static final int JETTY_THREADS = 16;
    private static final long POOLED_BYTES = 16L << 20;

    private final Server jetty;
    private final ServerConnector connector;
    private final Workers workers;
    private final GracefulJsonHandler graceful;
    private final RequestMemory budget;
    private final ConnectionSweep sweep;

    private EmotionServer(EmotionService service, ServerOptions options) {
        this.workers = new Workers(options.concurrency(), options.queueLimit());
        // Base64 and decoding need several times as much again.
        this.budget = new RequestMemory(
                Math.max(Runtime.getRuntime().maxMemory() / 8, 2L * options.maxRequestBytes()),
                options.maxRequestBytes());
        Metrics metrics = new Metrics();
        metrics.queue(workers::queueLength);
        metrics.running(workers::running);
        QueuedThreadPool threads = new QueuedThreadPool(JETTY_THREADS, 2);
        threads.setName("http");
        this.jetty = new Server(threads, null, new ArrayByteBufferPool(0, -1, -1, -1, POOLED_BYTES, POOLED_BYTES));
        this.graceful = new GracefulJsonHandler();
        List<Route> routes = routes(service, options, metrics);
        graceful.setHandler(new Router(routes, options, workers, budget));
        jetty.setHandler(withCors(options.corsOrigins(), graceful));
        jetty.setErrorHandler(new JsonErrorHandler());
        jetty.setRequestLog(new AccessLog(options.accessLog(), metrics));
        jetty.setStopTimeout(options.requestTimeout().multipliedBy(2).toMillis());
        this.connector = connector(options);
        this.sweep = new ConnectionSweep(options.requestTimeout(), connector.getScheduler());
        connector.addBean(sweep);
        jetty.addConnector(connector);
    }

    /**
     * Starts a server.
     *
     * @param analyzer what answers; the caller closes it, after the server
     * @param options how
     * @return the server; the caller closes
     * @throws IOException if it cannot listen on its address
     */
    public static EmotionServer start(EmotionAnalyzer analyzer, ServerOptions options) throws IOException {
        return start(EmotionService.of(analyzer, options), options);
    }

    static EmotionServer start(EmotionService service, ServerOptions options) throws IOException {
        EmotionServer server = new EmotionServer(service, options);
        try {
            server.jetty.start();
        } catch (Exception e) {
            server.close();
            String where = options.host() + ":" + options.port();
            String why = e.getCause() instanceof BindException bind ? bind.getMessage() : e.getMessage();
            throw new IOException("Cannot listen on " + where + ": " + why + "; choose another port or host", e);
        }
        server.sweep.begin();
        return server;
    }

    /** {@return the port that it listens on} */
    public int port() {
        return connector.getLocalPort();
    }

    /** Stops: takes no new requests, answers those in hand, then returns. The second call does nothing. */
    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop cleanly", e);
        } finally {
            workers.close();
        }
    }

    /**
     * Waits until the server is stopped.
     *
     * @throws InterruptedException if this thread is interrupted
     */
    public void join() throws InterruptedException {
        jetty.join();
    }

    /** How many connections are open, for tests. */
    int connections() {
        return sweep.count();
    }

    /** How many bytes of requests are held, for tests. */
    long bytesHeld() {
        return budget.held();
    }

    private List<Route> routes(EmotionService service, ServerOptions options, Metrics metrics) {
        Pictures pictures =
                new Pictures(service.analyzer(), options.otherClassifiers(), options.decodeLimits(), metrics);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new Routes(pictures, new FaceStreams(System::nanoTime), options.facesLimit()).all());
        routes.addAll(
                new StatusRoutes(service, workers, metrics, graceful::isShutdown, limits(service, options)).all());
        routes.add(OpenApi.route(routes, options.token() != null));
        return List.copyOf(routes);
    }

    private static Contract.Limits limits(EmotionService service, ServerOptions options) {
        List<String> classifiers = new ArrayList<>();
        classifiers.add(service.setup().classifier());
        options.otherClassifiers().keySet().stream()
                .filter(id -> !classifiers.contains(id))
                .forEach(classifiers::add);
        return new Contract.Limits(
                options.maxRequestBytes(),
                options.decodeLimits().maxPixels(),
                options.facesLimit() == Integer.MAX_VALUE ? null : options.facesLimit(),
                List.copyOf(classifiers));
    }

    private ServerConnector connector(ServerOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(org.eclipse.jetty.http.UriCompliance.RFC3986);
        HttpConnectionFactory requests = new HttpConnectionFactory(http);
        KeyStore keys = options.keyStore();
        ServerConnector tcp = keys == null
                ? new TcpConnector(jetty, requests)
                : new TcpConnector(jetty, encrypted(keys, requests), requests);
        tcp.setHost(options.host());
        tcp.setPort(options.port());
        // The last resort only: the limits of bodies, analyses and idle connections are shorter.
        tcp.setIdleTimeout(options.requestTimeout().plus(Duration.ofSeconds(10)).toMillis());
        return tcp;
    }

    private static SslConnectionFactory encrypted(KeyStore keys, HttpConnectionFactory inside) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(keys);
        tls.setKeyStorePassword("");
        return new SslConnectionFactory(tls, inside.getProtocol());
    }

    private static Handler withCors(Set<String> origins, Handler handler) {
        if (origins.isEmpty()) {
            return handler;
        }
        CrossOriginHandler cors = new CrossOriginHandler();
        cors.setAllowedOriginPatterns(
                origins.contains("*")
                        ? Set.of("*")
                        : Set.copyOf(origins.stream()
                                .map(java.util.regex.Pattern::quote)
                                .toList()));
        cors.setAllowedMethods(Set.of("GET", "HEAD", "POST"));
        // The router answers with the headers that were asked for: clients of all kinds add some of their own.
        cors.setAllowedHeaders(Set.of());
        cors.setDeliverPreflightRequests(true);
        cors.setExposedHeaders(Set.of("Retry-After", "X-Faces-Limit"));
        cors.setHandler(handler);
        return cors;
    }
}
