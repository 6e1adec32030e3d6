package io.emotion4j;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which engines were looked at for a model, which is chosen, and why the others are not.
 *
 * @param purpose what an engine was looked for, such as {@code "face-detection with model 'yunet-n'"}
 * @param candidates the engines found, in the order in which they are preferred, then those that could be added
 * @param problem why none is chosen; null where one is
 * @since 0.1.0
 */
public record ProviderReport(
        String purpose,
        List<Candidate> candidates,
        @Nullable String problem) {

    /** What became of an engine. */
    public enum Verdict {
        /** It is the one that runs. */
        CHOSEN,
        /** It could run, but another goes before it. */
        NOT_PREFERRED,
        /** It is there but cannot run, here or with this model. */
        UNUSABLE,
        /** It is not on the class path or module path. */
        ABSENT
    }

    /**
     * An engine that was looked at.
     *
     * @param engine its name, such as {@code "onnx"}; the provider's class where it could not even be created
     * @param priority the higher goes first; 0 where absent
     * @param verdict what became of it
     * @param detail why, and version and devices where known
     * @param coordinate the Maven coordinate that brings it; null where not known
     */
    public record Candidate(
            String engine,
            int priority,
            Verdict verdict,
            String detail,
            @Nullable String coordinate) {

        /** {@return a line: engine, verdict, detail, and what to add} */
        @Override
        public String toString() {
            String add = verdict == Verdict.ABSENT && coordinate != null ? "; add " + coordinate : "";
            return engine + ": "
                    + verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ", " + detail + add;
        }
    }

    /** Copies the list. */
    public ProviderReport {
        candidates = List.copyOf(candidates);
    }

    /** {@return the chosen engine; null where none is} */
    public @Nullable Candidate chosen() {
        return candidates.stream()
                .filter(c -> c.verdict() == Verdict.CHOSEN)
                .findFirst()
                .orElse(null);
    }

    /** {@return a line on the purpose, then a line an engine} */
    @Override
    public String toString() {
        String head = problem == null ? "Engine for " + purpose + ":" : "No engine for " + purpose + ": " + problem;
        return candidates.stream().map(c -> "\n  - " + c).collect(Collectors.joining("", head, ""));
    }
}
