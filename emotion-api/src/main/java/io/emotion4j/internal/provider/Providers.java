package io.emotion4j.internal.provider;

import io.emotion4j.internal.service.Services;
import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineBacked;
import io.emotion4j.spi.EngineProvider;
import io.emotion4j.spi.FaceDetectorProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * The providers of a kind that were found, engines among them, and those that could not be created.
 *
 * @param found those that were created, highest priority first
 * @param failures why others were not, a sentence each
 */
public record Providers<P extends EngineProvider>(List<Found<P>> found, List<String> failures) {

    /**
     * A provider that was created.
     *
     * @param name what it calls itself
     * @param priority what it says its priority is
     * @param provider itself
     */
    public record Found<P extends EngineProvider>(String name, int priority, P provider)
            implements Comparable<Found<P>> {

        @Override
        public int compareTo(Found<P> other) {
            return priority == other.priority ? name.compareTo(other.name) : Integer.compare(other.priority, priority);
        }

        static <P extends EngineProvider> Found<P> of(P provider) {
            return new Found<>(provider.name(), provider.priority(), provider);
        }
    }

    /** Copies the lists and sorts. */
    public Providers {
        List<Found<P>> sorted = new ArrayList<>(found);
        Collections.sort(sorted);
        found = List.copyOf(sorted);
        failures = List.copyOf(failures);
    }

    /** {@return the providers of detectors} */
    public static Providers<FaceDetectorProvider> ofDetectors() {
        ClassLoader own = Providers.class.getClassLoader();
        return of(
                Services.load(
                        "FaceDetectorProvider",
                        List.of(
                                ServiceLoader.load(FaceDetectorProvider.class),
                                ServiceLoader.load(FaceDetectorProvider.class, own))),
                EngineBacked::detectors,
                allEngines());
    }

    /** {@return the providers of classifiers} */
    public static Providers<EmotionClassifierProvider> ofClassifiers() {
        ClassLoader own = Providers.class.getClassLoader();
        return of(
                Services.load(
                        "EmotionClassifierProvider",
                        List.of(
                                ServiceLoader.load(EmotionClassifierProvider.class),
                                ServiceLoader.load(EmotionClassifierProvider.class, own))),
                EngineBacked::classifiers,
                allEngines());
    }

    /** {@return the engines that were found} */
    public static List<Engine> engines() {
        return allEngines().found();
    }

    private static Services<Engine> allEngines() {
        ClassLoader own = Providers.class.getClassLoader();
        return Services.load(
                "Engine", List.of(ServiceLoader.load(Engine.class), ServiceLoader.load(Engine.class, own)));
    }

    static <P extends EngineProvider> Providers<P> of(
            Services<P> plain, Function<Engine, P> backed, Services<Engine> engines) {
        List<Found<P>> found = new ArrayList<>();
        List<String> failures = new ArrayList<>(plain.failures());
        failures.addAll(engines.failures());
        List<P> all = new ArrayList<>(plain.found());
        for (Engine engine : engines.found()) {
            all.add(backed.apply(engine));
        }
        for (P provider : all) {
            try {
                found.add(Found.of(provider));
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                failures.add(Services.reason(e));
                Services.warn("provider " + provider, e);
            }
        }
        return new Providers<>(found, failures);
    }
}
