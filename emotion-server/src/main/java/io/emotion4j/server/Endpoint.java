package io.emotion4j.server;

/** Answers a request that came in whole. Thread-safe. */
@FunctionalInterface
interface Endpoint {

    /**
     * The answer.
     *
     * @throws Refusal if the request is wrong
     */
    Answer answer(Input input);
}
