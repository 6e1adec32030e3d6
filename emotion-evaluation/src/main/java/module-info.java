/**
 * Says how good a detector or a classifier is, on any engine and any model with a descriptor; and reads labelled pictures as
 * people have them on disk.
 */
@SuppressWarnings("module") // The trainer and the program are built later than this module.
module io.emotion4j.evaluation {
    requires transitive io.emotion4j.api;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires org.apache.commons.csv;
    requires org.knowm.xchart;
    requires static transitive org.jspecify;

    exports io.emotion4j.evaluation.classifier;
    exports io.emotion4j.evaluation.data;
    exports io.emotion4j.evaluation.detector;
    exports io.emotion4j.evaluation.plot;
    exports io.emotion4j.evaluation.sample;

    opens io.emotion4j.evaluation.classifier to
            com.fasterxml.jackson.databind;
    opens io.emotion4j.evaluation.detector to
            com.fasterxml.jackson.databind;
}
