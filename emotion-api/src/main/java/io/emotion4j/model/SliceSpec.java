package io.emotion4j.model;

/**
 * Which numbers of an output's row, one row a face, are meant.
 *
 * @param from the first, counted from 0
 * @param count how many; 0 for all from there on
 * @since 0.1.0
 */
public record SliceSpec(int from, int count) {

    private static final SliceSpec ALL = new SliceSpec(0, 0);

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public SliceSpec {
        check("from", from);
        check("count", count);
    }

    /** {@return the whole row} */
    public static SliceSpec all() {
        return ALL;
    }

    /** {@return whether it is the whole row} */
    public boolean isAll() {
        return from == 0 && count == 0;
    }

    private static void check(String key, int value) {
        if (value < 0) {
            throw new SpecException(key, "must be at least 0, found " + value);
        }
    }
}
