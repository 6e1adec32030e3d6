package io.emotion4j.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request and its answer, which is sent once, whoever comes first. */
final class Exchange {

    /** For the access log. */
    static final String FACES = "io.emotion4j.faces";

    private static final Logger LOG = System.getLogger("io.emotion4j.server");

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean answered = new AtomicBoolean();

    Exchange(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** Sends an answer to a request whose body was read, or that has none. */
    void send(Answer answer) {
        if (answered.compareAndSet(false, true)) {
            write(answer, callback);
        }
    }

    /** Sends an answer although some of the body was not read: what is still under way is read and dropped. */
    void sendEarly(Answer answer) {
        if (answered.compareAndSet(false, true)) {
            Answer last = answer.with(HttpHeader.CONNECTION.asString(), "close");
            write(last, Callback.from(() -> Leftover.drop(request, callback), callback::failed));
        }
    }

    /** Sends an answer that does not depend on the body, which is dropped where there is one. */
    void sendIgnoringBody(Answer answer) {
        HttpFields headers = request.getHeaders();
        boolean body =
                headers.contains(HttpHeader.TRANSFER_ENCODING) || headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0;
        if (body) {
            sendEarly(answer);
        } else {
            send(answer);
        }
    }

    /** Sends an answer to a request whose body is still being read by another: the connection ends with it. */
    void sendAndClose(Answer answer) {
        if (answered.compareAndSet(false, true)) {
            write(answer.with(HttpHeader.CONNECTION.asString(), "close"), callback);
        }
    }

    /** The answer to a failure. */
    static Answer answerTo(Throwable thrown) {
        Throwable failure = cause(thrown);
        if (failure instanceof Refusal refusal) {
            return refusal.answer();
        }
        if (failure instanceof HttpException http) {
            return Answer.error(http.getCode(), "Bad request: " + http.getReason());
        }
        if (failure instanceof OutOfMemoryError) {
            LOG.log(Level.ERROR, "Out of memory; raise -Xmx, or lower --concurrency or --max-megapixels", failure);
            return Answer.later(503, "The server is out of memory", 5);
        }
        LOG.log(Level.ERROR, "A request failed", failure);
        return Answer.error(500, "The server failed at this request; its log says why");
    }

    /** Ends a request whose client is gone. */
    void abandon(Throwable failure) {
        if (answered.compareAndSet(false, true)) {
            callback.failed(failure);
        }
    }

    static boolean isClientGone(Throwable thrown) {
        Throwable failure = cause(thrown);
        return failure instanceof EofException
                || failure instanceof QuietException && !(failure instanceof HttpException)
                || failure instanceof java.nio.channels.ClosedChannelException;
    }

    static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private void write(Answer answer, Callback then) {
        request.setAttribute(FACES, answer.faces());
        response.setStatus(answer.status());
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        answer.headers().forEach(headers::put);
        response.write(true, ByteBuffer.wrap(answer.body()), then);
    }
}
