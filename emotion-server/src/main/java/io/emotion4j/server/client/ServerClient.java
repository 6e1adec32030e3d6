package io.emotion4j.server.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to a server. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServerClient {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final String server;
    private final @Nullable String token;

    /**
     * A client of one server.
     *
     * @param server such as {@code http://localhost:8080}
     * @param token what the server wants as its bearer token; null where it wants none
     * @throws IllegalArgumentException if it is no address of a server
     */
    public ServerClient(String server, @Nullable String token) {
        URI uri = URI.create(server);
        if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("Expected an address such as http://localhost:8080, found " + server);
        }
        this.server = server.replaceAll("/+$", "");
        this.token = token;
    }

    /**
     * Sends a call and waits for its answer.
     *
     * @param call the call
     * @return the answer, whatever its status
     * @throws IOException if there is none
     * @throws InterruptedException if this thread is interrupted
     */
    public HttpResponse<String> send(ServerCall call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + call.path()))
                .timeout(LONGEST)
                .method(
                        call.method(),
                        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        if (call.contentType() != null) {
            request.header("Content-Type", call.contentType());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
