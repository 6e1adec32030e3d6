package io.emotion4j.cli;

import io.emotion4j.ClassPrior;
import io.emotion4j.EmotionAnalyzerBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of a classifier's scores. */
public final class ScoreChoice {

    @Option(
            names = "--prior",
            paramLabel = "PRIOR",
            description =
                    "how often each expression is expected here: uniform:0.5 corrects half-way towards equally often, "
                            + "happy=0.3,neutral=0.7 names shares, none leaves scores as they are; default: as the model's descriptor says")
    private @Nullable String prior;

    @Option(
            names = "--abstain-below",
            paramLabel = "0..1",
            description = "the model abstains where its score is less; default: as the model's descriptor says")
    private @Nullable Float abstainBelow;

    /** For the commands. */
    public ScoreChoice() {}

    /**
     * Tells a builder what the user chose.
     *
     * @param builder of the command
     * @return the same
     * @throws IllegalArgumentException naming the option, if it is written wrongly
     */
    public EmotionAnalyzerBuilder set(EmotionAnalyzerBuilder builder) {
        AnalyzerOptions.set("--prior", prior, text -> builder.prior(ClassPrior.parse(text)));
        AnalyzerOptions.set("--abstain-below", abstainBelow, builder::abstainBelow);
        return builder;
    }
}
