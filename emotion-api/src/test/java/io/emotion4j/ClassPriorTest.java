package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPriorTest {

    @Test
    void aPriorIsReadAsTheCommandLineTakesIt() {
        assertThat(ClassPrior.parse("none")).isEqualTo(ClassPrior.none());
        assertThat(ClassPrior.parse("uniform:0.5")).isEqualTo(ClassPrior.uniform(0.5f));
        assertThat(ClassPrior.parse("uniform")).isEqualTo(ClassPrior.uniform(1));
        assertThat(ClassPrior.parse("happiness=0.25,sad=3:0.75"))
                .isEqualTo(new ClassPrior(Map.of(Emotion.HAPPY, 0.25f, Emotion.SAD, 3f), 0.75f));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "even:1", "uniform:much", "happy:1", "happy=:1", "happy=1,happy=2", "bored=1", "happy=1,"})
    void whatIsNoPriorIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassPrior.parse(text))
                .withMessageContaining("A prior is written none, uniform:0.5")
                .withMessageEndingWith("found " + text);
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassPrior.parse("uniform:2"))
                .withMessage("The strength of a prior lies within 0 to 1, found 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassPrior.parse("happy=0,sad=1:1"))
                .withMessage("An expected share is a number above 0, found 0.0 of happy");
    }
}
