/** Programs to run as they are and to read as documentation: the command line first of all. */
module io.emotion4j.examples {
    requires io.emotion4j.api;
    requires io.emotion4j.evaluation;
    requires io.emotion4j.models;
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires java.desktop;
    requires me.tongfei.progressbar;
    requires static org.jspecify;

    opens io.emotion4j.examples.cli to
            info.picocli;
}
