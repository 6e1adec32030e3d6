package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.emotion4j.output.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class OurJsonTest {

    @Test
    void aLineOfJsonNamesSevenFaces() throws IOException {
        String sample = System.getProperty("sample");
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try {
            OurJson.main(new String[] {sample});
        } finally {
            System.setOut(before);
        }
        String json = printed.toString().strip();
        assertEquals(1, json.lines().count());
        assertTrue(json.startsWith("{\"file\":\"") && json.endsWith("}]}"), json);
        assertTrue(json.contains("\"engine\":\"onnx\",\"detector\":\"face-pyramid\",\"classifier\":\"fer-resnet\""), json);
        assertEquals(7, json.split("\"emotion\":").length - 1);
    }

    @Test
    void theOutputAndTheProgramAreModules() {
        assertEquals("io.emotion4j.output", JsonText.class.getModule().getName());
        assertEquals("com.example.app", OurJson.class.getModule().getName());
    }
}
