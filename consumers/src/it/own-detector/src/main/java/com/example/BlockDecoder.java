package com.example;

import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.model.DecoderSpec;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Reads a map of colours, three planes of a number for each block of 16 x 16 pixels: the more a block has of the colour that the
 * model's descriptor names, and the less of the others, the surer it is a face.
 */
public final class BlockDecoder implements FaceDecoder {

    private static final List<String> COLOURS = List.of("blue", "green", "red");
    private static final int SIDE = 16;

    private final String colour;

    /** For ServiceLoader. */
    public BlockDecoder() {
        this(COLOURS.get(0));
    }

    private BlockDecoder(String colour) {
        this.colour = colour;
    }

    @Override
    public String architecture() {
        return "blocks";
    }

    @Override
    public FaceDecoder with(DecoderSpec settings) {
        settings.allow(List.of("colour"));
        return new BlockDecoder(settings.word("colour", COLOURS));
    }

    @Override
    public void decode(Outputs outputs, Candidates candidates) {
        int columns = outputs.width() / SIDE;
        int blocks = columns * (outputs.height() / SIDE);
        FloatBuffer planes = outputs.numbers("colours", 3 * blocks);
        // Planes come as red, green, blue.
        int own = (2 - COLOURS.indexOf(colour)) * blocks;
        int second = (own + blocks) % (3 * blocks);
        int third = (own + 2 * blocks) % (3 * blocks);
        for (int block = 0; block < blocks; block++) {
            float others = Math.max(planes.get(second + block), planes.get(third + block));
            float confidence = planes.get(own + block) - others;
            candidates.add(block % columns * SIDE, block / columns * SIDE, SIDE, SIDE, confidence);
        }
    }
}
