package io.emotion4j.server;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads a request's body into memory as it comes in. Between two pieces it holds no thread: a client may be as slow as it likes
 * until its time is up.
 */
final class BodyReader implements Runnable {

    private static final int FIRST_BYTES = 16 << 10;

    private final Request request;
    private final int most;
    private final RequestMemory.Share share;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private byte[] bytes = new byte[0];
    private int length;
    private boolean closed;

    BodyReader(Request request, int most, RequestMemory.Share share) {
        this.request = request;
        this.most = most;
        this.share = share;
    }

    /** Begins. */
    CompletableFuture<byte[]> read() {
        if (request.getLength() > most) {
            body.completeExceptionally(tooLarge());
        } else {
            run();
        }
        return body;
    }

    /** Reads what is there; Jetty calls it again when there is more. */
    @Override
    public void run() {
        while (!body.isDone()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                body.completeExceptionally(chunk.getFailure());
                return;
            }
            try {
                append(chunk.getByteBuffer());
                if (chunk.isLast()) {
                    finish();
                }
            } catch (Refusal e) {
                body.completeExceptionally(e);
            } finally {
                chunk.release();
            }
        }
    }

    /** Gives the memory back. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            share.giveBack();
            bytes = new byte[0];
        }
    }

    private void finish() {
        byte[] whole;
        synchronized (this) {
            whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
        body.complete(whole);
    }

    private synchronized void append(ByteBuffer piece) {
        if (closed) {
            return;
        }
        int more = piece.remaining();
        if (more > most - length) {
            throw tooLarge();
        }
        if (length + more > bytes.length) {
            grow(length + more);
        }
        piece.get(bytes, length, more);
        length += more;
    }

    private void grow(int least) {
        // What was declared is no more than a hint: memory is taken as bytes come in.
        long declared = request.getLength();
        int size = (int) Math.min(most, Math.max(Math.max(FIRST_BYTES, least), 2L * bytes.length));
        if (declared >= least && declared < size) {
            size = (int) declared;
        }
        long more = size - (long) bytes.length;
        if (!share.take(more)) {
            throw new Refusal(Answer.later(503, "Too many large requests at once; try again later", 1));
        }
        bytes = Arrays.copyOf(bytes, size);
    }

    private Refusal tooLarge() {
        return new Refusal(413, "The request is larger than the limit of " + most + " bytes");
    }
}
