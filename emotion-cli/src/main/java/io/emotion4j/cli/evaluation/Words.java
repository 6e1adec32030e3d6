package io.emotion4j.cli.evaluation;

import io.emotion4j.evaluation.classifier.Truth;
import io.emotion4j.evaluation.data.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Enum constants as people type them: in any case, whatever the program's setting is. */
abstract class Words<E extends Enum<E>> implements ITypeConverter<E> {

    private final E[] constants;

    private Words(E[] constants) {
        this.constants = constants;
    }

    /** {@code text} or {@code json}. */
    static final class OutputWords extends Words<Output> {
        OutputWords() {
            super(Output.values());
        }
    }

    /** {@code train}, {@code valid} or {@code test}, and a data set's own words for them. */
    static final class PartWords extends Words<Part> {
        PartWords() {
            super(Part.values());
        }

        @Override
        public Part convert(String word) {
            return Part.named(word).orElseGet(() -> super.convert(word));
        }
    }

    /** {@code labels} or {@code votes}. */
    static final class TruthWords extends Words<Truth> {
        TruthWords() {
            super(Truth.values());
        }
    }

    @Override
    public E convert(String word) {
        List<String> known = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = known.indexOf(word.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new TypeConversionException("expected one of " + known + ", found '" + word + "'");
        }
        return constants[at];
    }
}
