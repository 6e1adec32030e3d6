package io.emotion4j.internal.service;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The implementations of a service that could be created, and why others could not. One that fails never hides another, and
 * never stays unmentioned: see the log.
 *
 * @param found those that were created, each class once
 * @param failures a sentence each
 */
public record Services<S>(List<S> found, List<String> failures) {

    /** A service file that cannot be read may fail again at each step; this ends the search. */
    private static final int MOST_FAILURES = 64;

    /** Bounds what is remembered of the log. */
    private static final int MOST_WARNINGS = 1000;

    private static volatile System.Logger log = System.getLogger("io.emotion4j");

    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    /** Copies the lists. */
    public Services {
        found = List.copyOf(found);
        failures = List.copyOf(failures);
    }

    /**
     * Creates them.
     *
     * @param service its name, for the log
     * @param loaders a program's own class loader may see what this library's does not, and the other way round: both are asked
     * @return what was found
     */
    public static <S> Services<S> load(String service, List<? extends Iterable<? extends S>> loaders) {
        Map<Class<?>, S> found = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (Iterable<? extends S> loader : loaders) {
            Iterator<? extends S> all = loader.iterator();
            for (int failed = 0; failed < MOST_FAILURES; ) {
                try {
                    if (!all.hasNext()) {
                        break;
                    }
                    S one = all.next();
                    found.putIfAbsent(one.getClass(), one);
                } catch (ServiceConfigurationError | LinkageError | StackOverflowError | RuntimeException e) {
                    failed++;
                    String failure = reason(e);
                    if (!failures.contains(failure)) {
                        failures.add(failure);
                    }
                    warn("a " + service, e);
                }
            }
        }
        return new Services<>(List.copyOf(found.values()), failures);
    }

    /** {@return where warnings went before; for tests} */
    static System.Logger logTo(System.Logger other) {
        System.Logger before = log;
        log = other;
        return before;
    }

    /**
     * Says, once in the life of the JVM, that something was left out.
     *
     * @param what it is
     * @param error why
     */
    public static void warn(String what, Throwable error) {
        String reason = reason(error);
        if (WARNED.size() < MOST_WARNINGS && WARNED.add(what + reason)) {
            log.log(System.Logger.Level.WARNING, "Left out " + what + ": " + reason, error);
        }
    }

    /**
     * What an error says, with what caused it.
     *
     * @param error the error
     * @return a sentence
     */
    public static String reason(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null || error.toString().contains(cause.toString())
                ? error.toString()
                : error + ", caused by " + cause;
    }
}
