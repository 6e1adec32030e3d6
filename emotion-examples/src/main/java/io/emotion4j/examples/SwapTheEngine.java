package io.emotion4j.examples;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.ProviderReport.Candidate;
import io.emotion4j.ProviderReport.Verdict;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The same picture on every engine that is here. Which ones are is decided by the dependencies of the program alone; the code
 * says no more than a name, or nothing at all.
 */
public final class SwapTheEngine {

    private SwapTheEngine() {}

    /**
     * Prints what each engine says, and of the others what to add.
     *
     * @param args a picture
     * @throws IOException if it cannot be decoded
     */
    public static void main(String[] args) throws IOException {
        for (Candidate engine : EmotionAnalyzer.builder().classifierReport().candidates()) {
            if (engine.verdict() == Verdict.CHOSEN || engine.verdict() == Verdict.NOT_PREFERRED) {
                try (var analyzer =
                        EmotionAnalyzer.builder().engine(engine.engine()).build()) {
                    Analysis analysis = analyzer.analyze(Path.of(args[0]));
                    System.out.println(engine.engine() + ": " + analysis.faces());
                }
            } else {
                System.out.println(engine.engine() + ": " + engine.detail() + "; add " + engine.coordinate());
            }
        }
    }
}
