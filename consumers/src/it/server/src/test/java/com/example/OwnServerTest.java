package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OwnServerTest {

    @Test
    void serverAnswersAPictureAndShowsItsPage() throws Exception {
        byte[] picture = Files.readAllBytes(Path.of(System.getProperty("sample")));
        try (OwnServer own = new OwnServer(0)) {
            ServerClient client = new ServerClient(own.url(), null);
            var answer = client.send(ServerCall.raw("/predict", picture));
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("\"emotion\":\"happy\""), answer.body());
            assertTrue(client.send(ServerCall.get("/")).body().contains("<html"));
            assertTrue(client.send(ServerCall.get("/openapi.json")).body().contains("/predict"));
        }
    }

    @Test
    void theServerAndTheProgramAreModules() {
        assertEquals("io.emotion4j.server", ServerClient.class.getModule().getName());
        assertEquals("com.example.app", OwnServer.class.getModule().getName());
    }
}
