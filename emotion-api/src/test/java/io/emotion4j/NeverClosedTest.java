package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NeverClosedTest {

    private final Logger log = Logger.getLogger("io.emotion4j");
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            messages.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(handler);
        log.setUseParentHandlers(true);
    }

    @Test
    void anAnalyzerThatNobodyClosedIsFreedAndTheLogSaysSo() throws InterruptedException {
        SlowAnalyzer parts = new SlowAnalyzer();
        forget(parts, false);
        while (parts.closed.get() < 2 || messages.isEmpty()) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(messages).singleElement().asString().startsWith("WARNING An EmotionAnalyzer was never closed");
    }

    @Test
    void aClosedOneIsNotTalkedAbout() throws InterruptedException {
        SlowAnalyzer closed = new SlowAnalyzer();
        forget(closed, true);
        SlowAnalyzer forgotten = new SlowAnalyzer();
        forget(forgotten, false);
        while (messages.isEmpty()) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(messages).hasSize(1);
        assertThat(closed.closed).hasValue(2);
    }

    private static void forget(SlowAnalyzer parts, boolean close) {
        EmotionAnalyzer analyzer = parts.owning(1);
        parts.mayGoOn.release();
        assertThat(analyzer.analyze(SlowAnalyzer.PICTURE).faces()).hasSize(1);
        if (close) {
            analyzer.close();
        }
    }
}
