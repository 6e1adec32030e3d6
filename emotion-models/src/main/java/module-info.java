/**
 * The shipped models: resources alone, below {@code META-INF/emotion4j}. A modular program that uses them says {@code
 * requires io.emotion4j.models}.
 */
module io.emotion4j.models {}
