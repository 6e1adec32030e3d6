/**
 * The shipped models with their weights in ONNX: resources alone, below {@code META-INF/emotion4j}. Every backend brings
 * this jar, those of other engines also the one with their weights; a modular program that uses the models says {@code requires io.emotion4j.models}.
 */
module io.emotion4j.models {}
