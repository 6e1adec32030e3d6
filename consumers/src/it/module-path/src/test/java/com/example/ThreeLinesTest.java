package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.emotion4j.EmotionAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThreeLinesTest {

    @Test
    void threeLinesNameSevenExpressions() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try {
            ThreeLines.main(new String[] {System.getProperty("sample")});
        } finally {
            System.setOut(before);
        }
        // Such as "happy 0.94 at 120,80 size 64x72".
        Set<String> expressions = printed.toString().lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
        assertEquals(Set.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"), expressions);
    }

    @Test
    void theLibraryAndTheProgramAreModules() {
        assertEquals("io.emotion4j.api", EmotionAnalyzer.class.getModule().getName());
        assertEquals("com.example.app", ThreeLines.class.getModule().getName());
    }
}
