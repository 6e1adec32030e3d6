package io.emotion4j.benchmarks;

/** Ids of the models that are measured where nothing else is asked for. */
final class Shipped {

    static final String DETECTOR = "face-pyramid";
    static final String CLASSIFIER = "fer-resnet";

    private Shipped() {}
}
