package io.emotion4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Some of many, of the whole length of a list. */
public final class EvenlySpread {

    private EvenlySpread() {}

    /** {@return {@code count} of them, in their order; all where there are no more} */
    public static <T> List<T> of(List<T> all, int count) {
        int wanted = Math.min(count, all.size());
        List<T> some = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            some.add(all.get((int) ((long) i * all.size() / wanted)));
        }
        return some;
    }
}
