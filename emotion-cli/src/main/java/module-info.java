/** The program {@code ./emotion4j}: all its commands. */
module io.emotion4j.cli {
    requires io.emotion4j.api;
    requires io.emotion4j.convert;
    requires io.emotion4j.evaluation;
    requires io.emotion4j.models;
    requires io.emotion4j.output;
    requires io.emotion4j.server;
    requires io.emotion4j.video;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires me.tongfei.progressbar;
    // There when the program was built to train.
    requires static io.emotion4j.training;
    requires static org.jspecify;

    opens io.emotion4j.cli to
            info.picocli;
    opens io.emotion4j.cli.evaluation to
            com.fasterxml.jackson.databind,
            info.picocli;
    opens io.emotion4j.cli.training to
            info.picocli;
}
