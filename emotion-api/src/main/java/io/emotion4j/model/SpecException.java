package io.emotion4j.model;

/** A part of a descriptor that cannot be; {@link DescriptorReader} tells where in the file. */
final class SpecException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String problem;

    SpecException(String key, String problem) {
        super("\"" + key + "\" " + problem);
        this.key = key;
        this.problem = problem;
    }

    String key() {
        return key;
    }

    String problem() {
        return problem;
    }
}
