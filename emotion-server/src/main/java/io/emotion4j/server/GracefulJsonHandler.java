package io.emotion4j.server;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** Lets a stop wait for the requests in hand; what comes after that is sent away. */
final class GracefulJsonHandler extends GracefulHandler {

    @Override
    protected void handleShutdownRejection(Request request, Response response, Callback callback) {
        new Exchange(request, response, callback)
                .sendAndClose(Answer.later(503, "The server stops; try another one, or again later", 5));
    }
}
