package io.emotion4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each expression is expected where a classifier is used. A classifier learns how often its training data showed each
 * expression, and leans towards the frequent ones; its descriptor's {@code "prior"} says how often that was. To each logit is added
 * {@code strength * log(expected / trained)}: strength 1 is Bayes' rule for data in which only these shares differ (Saerens,
 * Latinne and Decaestecker 2002, <a href="https://doi.org/10.1162/089976602753284446">Adjusting the outputs of a classifier to new a
 * priori probabilities</a>); less is a compromise between accuracy, which frequent expressions decide, and balanced accuracy, in which
 * all count alike (Menon et al. 2021, <a href="https://arxiv.org/abs/2007.07314">Long-tail learning via logit adjustment</a>).
 *
 * @param expected a share above 0 for each label of the model, of any sum; empty where all are expected equally often
 * @param strength 0 to 1; 0 leaves the scores as they are
 * @since 0.1.0
 */
public record ClassPrior(Map<Emotion, Float> expected, float strength) {

    private static final ClassPrior NONE = new ClassPrior(Map.of(), 0);

    /**
     * Copies the shares and checks all.
     *
     * @throws IllegalArgumentException if a share is not above 0, or the strength is out of range
     */
    public ClassPrior {
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
        expected.forEach((emotion, share) -> {
            if (!(share > 0 && share < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "An expected share is a number above 0, found " + share + " of " + emotion);
            }
        });
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("The strength of a prior lies within 0 to 1, found " + strength);
        }
    }

    /** {@return no correction, whatever the model's descriptor says} */
    public static ClassPrior none() {
        return NONE;
    }

    /**
     * All expressions are expected equally often.
     *
     * @param strength 0 to 1
     * @return the prior
     * @throws IllegalArgumentException if it is out of range
     */
    public static ClassPrior uniform(float strength) {
        return new ClassPrior(Map.of(), strength);
    }

    /**
     * Reads a prior from a text.
     *
     * @param text {@code none}; {@code uniform:0.5}, where the number is the strength; or shares by label, such as {@code
     *     happy=0.3,neutral=0.6,sad=0.1:1}. Strength 1 may be left out
     * @return the prior
     * @throws IllegalArgumentException if it is none of these
     */
    public static ClassPrior parse(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        int colon = text.indexOf(':');
        String shares = colon < 0 ? text : text.substring(0, colon);
        float strength = colon < 0 ? 1 : number(text, text.substring(colon + 1));
        if (shares.equals("uniform")) {
            return uniform(strength);
        }
        Map<Emotion, Float> expected = new LinkedHashMap<>();
        for (String share : shares.split(",", -1)) {
            int equals = share.indexOf('=');
            Emotion emotion = equals < 0
                    ? null
                    : Emotion.ofLabel(share.substring(0, equals).strip()).orElse(null);
            if (emotion == null || expected.put(emotion, number(text, share.substring(equals + 1))) != null) {
                throw unreadable(text);
            }
        }
        return new ClassPrior(expected, strength);
    }

    private static float number(String text, String number) {
        try {
            return Float.parseFloat(number);
        } catch (NumberFormatException e) {
            throw unreadable(text);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("A prior is written none, uniform:0.5, or by shares such as "
                + "happy=0.3,neutral=0.6,sad=0.1:1, each label once; found " + text);
    }
}
