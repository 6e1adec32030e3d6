package io.emotion4j.server;

/** A request that is answered with an error; the message is for the client. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("HTTP " + answer.status(), null, false, false);
        this.answer = answer;
    }

    Refusal(int status, String message) {
        this(Answer.error(status, message));
    }

    Answer answer() {
        return answer;
    }
}
