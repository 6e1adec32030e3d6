package com.example;

import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import java.nio.FloatBuffer;

/** Reads a map of colours, three planes of a number for each block of 16 x 16 pixels: the redder a block, the surer a face. */
public final class BlockDecoder implements FaceDecoder {

    private static final int SIDE = 16;

    @Override
    public String architecture() {
        return "blocks";
    }

    @Override
    public void decode(Outputs outputs, Candidates candidates) {
        int columns = outputs.width() / SIDE;
        int blocks = columns * (outputs.height() / SIDE);
        FloatBuffer colours = outputs.numbers("colours", 3 * blocks);
        for (int block = 0; block < blocks; block++) {
            float redness = colours.get(block) - colours.get(2 * blocks + block);
            candidates.add(block % columns * SIDE, block / columns * SIDE, SIDE, SIDE, redness);
        }
    }
}
