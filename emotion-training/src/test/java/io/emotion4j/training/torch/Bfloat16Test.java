package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Bfloat16Test {

    @Test
    void processorsSayByAFlagWhetherTheyMultiplyIt() {
        String zen4 = "processor\t: 0\nmodel name\t: AMD EPYC\nflags\t\t: fpu avx2 avx512f avx512_bf16 vnni\n";
        assertThat(Bfloat16.supported(zen4)).contains(true);
        assertThat(Bfloat16.supported(zen4.replace("avx512_bf16 ", ""))).contains(false);
        assertThat(Bfloat16.supported("processor\t: 0\nFeatures\t: fp asimd bf16 i8mm\n"))
                .contains(true);
    }

    @Test
    void wherePlatformsDoNotSayNothingIsClaimed() {
        assertThat(Bfloat16.supported("")).isEmpty();
        assertThat(Bfloat16.supported("flags\t: \n")).isEmpty();
    }
}
