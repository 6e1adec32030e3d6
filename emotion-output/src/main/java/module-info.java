/** What was found, for other programs and for people: JSON, CSV, a table, boxes and labels drawn over the picture. */
module io.emotion4j.output {
    requires transitive io.emotion4j.api;
    requires com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports io.emotion4j.output;
    exports io.emotion4j.output.draw;
}
