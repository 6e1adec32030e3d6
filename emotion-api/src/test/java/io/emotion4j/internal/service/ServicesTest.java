package io.emotion4j.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServicesTest {

    private final Recorder recorder = new Recorder();
    private System.Logger before = recorder;

    @BeforeEach
    void listen() {
        before = Services.logTo(recorder);
    }

    @AfterEach
    void listenNoLonger() {
        Services.logTo(before);
    }

    @Test
    void whatCannotBeCreatedIsLoggedOnceAsAWarningWithItsReason() {
        for (int i = 0; i < 3; i++) {
            Throwable cause = new ExceptionInInitializerError("the licence has run out");
            List<String> failures = load(new ServiceConfigurationError("com.example.Best", cause));
            assertThat(failures).singleElement().asString().contains("com.example.Best", "the licence has run out");
        }
        assertThat(recorder.lines).singleElement().asString().contains("WARNING Left out a Thing", "has run out");
    }

    @Test
    void aStackOverflowIsAFailureLikeOthers() {
        assertThat(load(new StackOverflowError())).hasSize(1);
        assertThat(recorder.lines).singleElement().asString().contains("StackOverflowError");
    }

    private static List<String> load(Error failure) {
        Services<String> services = Services.load("Thing", List.of(() -> new FailsOnce(failure)));
        assertThat(services.found()).containsExactly("good");
        return services.failures();
    }

    private static final class FailsOnce implements Iterator<String> {
        private final Error failure;
        private int step;

        FailsOnce(Error failure) {
            this.failure = failure;
        }

        @Override
        public boolean hasNext() {
            return step < 2;
        }

        @Override
        public String next() {
            if (step++ == 0) {
                throw failure;
            }
            return "good";
        }
    }

    private static final class Recorder implements System.Logger {
        private final List<String> lines = new ArrayList<>();

        @Override
        public String getName() {
            return "recorder";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            lines.add(level + " " + format);
        }
    }
}
