package io.emotion4j.server;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors that Jetty finds by itself, such as a header that is none: as JSON, too, and without a stack trace. */
final class JsonErrorHandler extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        new Exchange(request, response, callback).sendAndClose(Answer.error(status, HttpStatus.getMessage(status)));
        return true;
    }
}
