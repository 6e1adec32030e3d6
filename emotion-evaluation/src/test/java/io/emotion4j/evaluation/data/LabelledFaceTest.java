package io.emotion4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LabelledFaceTest {

    @Test
    void majorityIsTheSingleMostFrequentVote() {
        assertThat(voted(1, 0, 0, 0, 6, 3, 0, 0, 0, 0).voteMajority()).isZero();
        assertThat(voted(5, 1, 1, 1, 1, 1, 0, 0, 0, 0).voteMajority()).isEqualTo(6);
    }

    @Test
    void noMajorityWhereTwoTie() {
        assertThat(voted(4, 0, 0, 4, 2, 0, 0, 0, 0, 0).voteMajority()).isEqualTo(-1);
    }

    @Test
    void noMajorityWhereContemptUnknownOrNoFaceLeads() {
        assertThat(voted(2, 0, 0, 0, 0, 0, 0, 5, 3, 0).voteMajority()).isEqualTo(-1);
        assertThat(voted(2, 0, 0, 0, 0, 0, 0, 0, 5, 3).voteMajority()).isEqualTo(-1);
        assertThat(voted(2, 0, 0, 0, 0, 0, 0, 0, 0, 8).voteMajority()).isEqualTo(-1);
    }

    @Test
    void sharesLeaveSingleVotesOut() {
        float[] shares = voted(1, 6, 2, 1, 0, 0, 0, 0, 0, 0).voteShares();

        assertThat(shares).containsExactly(0, 0, 0, 0.75f, 0, 0.25f, 0);
    }

    @Test
    void pictureIsGray() throws IOException {
        RgbImage image = new LabelledFace(new byte[] {1, (byte) 200}, 2, 1, 0, null, "here").image();

        assertThat(image.rgb(0, 0)).isEqualTo(0x010101);
        assertThat(image.rgb(1, 0)).isEqualTo(0xc8c8c8);
    }

    private static LabelledFace voted(int... votes) {
        return new LabelledFace(new byte[1], 1, 1, 0, votes, "here");
    }
}
