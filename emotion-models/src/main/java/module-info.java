/**
 * The shipped models: resources alone, below {@code META-INF/emotion4j}. Every backend brings
 * this jar; a modular program that uses the models says {@code requires io.emotion4j.models}.
 */
module io.emotion4j.models {}
