package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.client.Load;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A comparison on a busy machine is called one. */
class NoisyLoadTest {

    @Test
    void bareThreadsThatDifferOrAServerThatIsQuickerAreNoise() {
        assertThat(ClientCommand.isNoisy(load(100), load(90), load(105))).isFalse();
        assertThat(ClientCommand.isNoisy(load(100), load(90), load(111))).isTrue();
        assertThat(ClientCommand.isNoisy(load(111), load(90), load(100))).isTrue();
        assertThat(ClientCommand.isNoisy(load(100), load(167), load(100))).isTrue();
    }

    /** So many calls in a second. */
    private static Load load(int calls) {
        return new Load(1, Map.of("200", calls), new long[calls]);
    }
}
