package io.emotion4j.training.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the text of a model card: {@code {{name}}} stands for a value. */
final class ModelCard {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z0-9]+)}}");

    private ModelCard() {}

    /**
     * Reads a template that lies beside this class and fills it.
     *
     * @throws IllegalArgumentException when the template has a place for which there is no value
     */
    static String fill(String template, Map<String, String> values) throws IOException {
        try (InputStream in = ModelCard.class.getResourceAsStream(template)) {
            if (in == null) {
                throw new IOException("The card template " + template + " is not in the trainer's jar");
            }
            return fillText(new String(in.readAllBytes(), StandardCharsets.UTF_8), template, values);
        }
    }

    static String fillText(String text, String template, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Card template " + template + " has {{" + place.group(1)
                        + "}}, for which there is no value; known are " + values.keySet());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
