/** The engine is found by its service; only the models need to be named. */
module com.example.app {
    requires io.emotion4j.server;
    requires io.emotion4j.models;
}
