package io.emotion4j.benchmarks;

/** Switches the decoders of {@code emotion-codecs}, which lies on the class path, on and off. */
final class PictureDecoders {

    static final String PROPERTY = "emotion4j.pictureDecoders";

    private PictureDecoders() {}

    static void use(boolean yes) {
        System.setProperty(PROPERTY, Boolean.toString(yes));
    }
}
