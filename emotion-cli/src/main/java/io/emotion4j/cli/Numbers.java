package io.emotion4j.cli;

/** Numbers of the command line, which may be fractions: 1/255. */
final class Numbers {

    private Numbers() {}

    /**
     * Reads one.
     *
     * @throws WrongOptionException if it is none
     */
    static float of(String option, String word) {
        String[] parts = word.strip().split("/", -1);
        try {
            double number = Double.parseDouble(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                number /= Double.parseDouble(parts[i]);
            }
            if (Double.isFinite(number)) {
                return (float) number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new WrongOptionException(
                option + ": expected a number, or a fraction such as 1/255, found '" + word + "'");
    }
}
