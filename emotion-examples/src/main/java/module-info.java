/** Programs to run as they are and to read as documentation: the command line and the server. */
module io.emotion4j.examples {
    requires io.emotion4j.api;
    requires io.emotion4j.evaluation;
    requires io.emotion4j.models;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.victools.jsonschema.generator;
    requires com.github.victools.jsonschema.module.jackson;
    requires info.picocli;
    requires java.desktop;
    requires java.net.http;
    requires jdk.httpserver;
    requires me.tongfei.progressbar;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.eclipse.jetty.server;
    requires static org.jspecify;

    opens io.emotion4j.examples.cli to
            info.picocli;
    // Records that Jackson writes and of which the OpenAPI document is made.
    opens io.emotion4j.examples.server to
            com.fasterxml.jackson.databind,
            com.github.victools.jsonschema.generator;
}
