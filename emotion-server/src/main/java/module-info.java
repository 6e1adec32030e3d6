/** The HTTP server with its web page, and a client that calls it. */
module io.emotion4j.server {
    requires transitive io.emotion4j.api;
    requires transitive io.emotion4j.output;
    requires java.desktop;
    requires transitive java.net.http;
    requires com.fasterxml.classmate;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.victools.jsonschema.generator;
    requires com.github.victools.jsonschema.module.jackson;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.eclipse.jetty.server;
    requires static transitive org.jspecify;

    exports io.emotion4j.server;
    exports io.emotion4j.server.client;

    // Records that Jackson writes and of which the OpenAPI document is made.
    opens io.emotion4j.server to
            com.fasterxml.jackson.databind,
            com.github.victools.jsonschema.generator;
}
