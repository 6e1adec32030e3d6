package io.emotion4j.benchmarks;

import io.emotion4j.benchmarks.picture.Photo;
import io.emotion4j.benchmarks.picture.PictureKind;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How much is measured. Rounds go over everything again, so that a machine whose speed drifts does not bend the ratios. */
enum Plan {
    /** What the project promises, in about eight minutes. */
    QUICK(1),
    /** Everything, in about an hour. */
    FULL(3);

    private final int rounds;

    Plan(int rounds) {
        this.rounds = rounds;
    }

    int rounds() {
        return rounds;
    }

    /** {@return JMH's options, which those of the command line may change} */
    ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1));
        if (this == FULL) {
            return options.warmupIterations(3).measurementIterations(5);
        }
        return options.warmupIterations(2)
                .measurementIterations(3)
                .param(
                        "picture",
                        names(
                                PictureKind.JPEG_SMALL,
                                PictureKind.JPEG_12MP,
                                PictureKind.PROGRESSIVE_12MP,
                                PictureKind.PNG_1MP,
                                PictureKind.WEBP_SMALL))
                .param("photo", names(Photo.FRAME, Photo.PHONE_PROGRESSIVE, Photo.GROUP, Photo.EMPTY))
                .param("size", "640")
                .param("faces", "1", "16", "64");
    }

    private static String[] names(Enum<?>... values) {
        String[] names = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            names[i] = values[i].name();
        }
        return names;
    }
}
