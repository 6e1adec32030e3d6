package io.emotion4j.internal.provider;

import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.EngineProvider;
import io.emotion4j.spi.FaceDetectorProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The providers of a kind that were found, and those that could not be created. One that fails never hides another.
 *
 * @param found those that were created, highest priority first
 * @param failures why others were not, a sentence each
 */
public record Providers<P extends EngineProvider>(List<Found<P>> found, List<String> failures) {

    /** A service file that cannot be read may fail again at each step; this ends the search. */
    private static final int MOST_FAILURES = 64;

    /**
     * A provider that was created.
     *
     * @param name what it calls its engine
     * @param priority what it says its priority is
     * @param provider itself
     */
    public record Found<P extends EngineProvider>(String name, int priority, P provider) {

        static <P extends EngineProvider> Found<P> of(P provider) {
            return new Found<>(provider.name(), provider.priority(), provider);
        }
    }

    /** Copies the lists and sorts. */
    public Providers {
        found = found.stream()
                .sorted(Comparator.<Found<P>>comparingInt(Found::priority)
                        .reversed()
                        .thenComparing(Found::name))
                .toList();
        failures = List.copyOf(failures);
    }

    /** {@return the providers of detectors} */
    public static Providers<FaceDetectorProvider> ofDetectors() {
        ClassLoader own = Providers.class.getClassLoader();
        return load(List.of(
                ServiceLoader.load(FaceDetectorProvider.class), ServiceLoader.load(FaceDetectorProvider.class, own)));
    }

    /** {@return the providers of classifiers} */
    public static Providers<EmotionClassifierProvider> ofClassifiers() {
        ClassLoader own = Providers.class.getClassLoader();
        return load(List.of(
                ServiceLoader.load(EmotionClassifierProvider.class),
                ServiceLoader.load(EmotionClassifierProvider.class, own)));
    }

    /** A program's own class loader may see what this library's does not, and the other way round: both are asked. */
    static <P extends EngineProvider> Providers<P> load(List<? extends Iterable<P>> loaders) {
        Map<Class<?>, Found<P>> found = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (Iterable<P> loader : loaders) {
            Iterator<P> all = loader.iterator();
            for (int failed = 0; failed < MOST_FAILURES; ) {
                try {
                    if (!all.hasNext()) {
                        break;
                    }
                    P provider = all.next();
                    if (!found.containsKey(provider.getClass())) {
                        found.put(provider.getClass(), Found.of(provider));
                    }
                } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                    failed++;
                    String failure = reason(e);
                    if (!failures.contains(failure)) {
                        failures.add(failure);
                    }
                }
            }
        }
        return new Providers<>(List.copyOf(found.values()), failures);
    }

    /** What an error says, with what caused it. */
    static String reason(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null || error.toString().contains(cause.toString())
                ? error.toString()
                : error + ", caused by " + cause;
    }
}
