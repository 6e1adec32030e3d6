package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A busy machine makes a JVM that frees what is in use crash; {@code -Dshutdown.rounds=50} tries more often. */
@Tag("child-jvm")
class ShutdownUnderLoadTest {

    private static final int ROUNDS = Integer.getInteger("shutdown.rounds", 3);
    private static final String PICTURE =
            Path.of("..", "samples", "one-face.jpg").toString();

    private final AtomicBoolean idle = new AtomicBoolean();
    private final List<Thread> load = new ArrayList<>();

    @BeforeEach
    void keepTheMachineBusy() {
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                while (!idle.get()) {
                    Thread.onSpinWait();
                }
            });
            thread.start();
            load.add(thread);
        }
    }

    @AfterEach
    void letItRest() throws InterruptedException {
        idle.set(true);
        for (Thread thread : load) {
            thread.join();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJvmThatExitsWhileThreadsAnalyzeEndsAsItWasTold(boolean graceful) throws Exception {
        List<Integer> exits = new ArrayList<>();
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < ROUNDS; i++) {
            JavaProgram.Result result = JavaProgram.of(ShutdownProgram.class, PICTURE, String.valueOf(graceful))
                    .jvm(List.of("-Xmx256m", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null"))
                    .run(Duration.ofMinutes(3));
            exits.add(result.exit());
            texts.append(result.out()).append(result.err());
        }
        assertThat(exits).as(texts.toString()).containsOnly(0);
    }
}
