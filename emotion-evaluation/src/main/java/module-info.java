/** Says how good a detector or a classifier is, on any engine; and reads labelled pictures as people have them on disk. */
module io.emotion4j.evaluation {
    requires transitive io.emotion4j.api;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.emotion4j.evaluation.data;
}
