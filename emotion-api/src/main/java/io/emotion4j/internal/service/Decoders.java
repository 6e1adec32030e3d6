package io.emotion4j.internal.service;

import io.emotion4j.NoProviderException;
import io.emotion4j.decoder.FaceDecoder;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;

/** The kinds of detector whose outputs can be read. */
public final class Decoders {

    private Decoders() {}

    /**
     * Whether an architecture is known.
     *
     * @param architecture as descriptors name it
     * @return whether there is a decoder for it
     */
    public static boolean know(String architecture) {
        return !all(architecture).isEmpty();
    }

    /**
     * The decoder of an architecture.
     *
     * @param architecture as descriptors name it
     * @return the decoder
     * @throws NoProviderException if there is none, or more than one
     */
    public static FaceDecoder of(String architecture) {
        List<FaceDecoder> found = all(architecture);
        if (found.size() != 1) {
            throw new NoProviderException("Expected one io.emotion4j.decoder.FaceDecoder for architecture \""
                    + architecture + "\", found "
                    + found.stream()
                            .map(decoder -> decoder.getClass().getName())
                            .toList()
                    + "; check META-INF/services and \"provides\" in module-info");
        }
        return found.get(0);
    }

    /** {@return the architectures that there are decoders for} */
    public static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (FaceDecoder decoder : all()) {
            try {
                names.add(decoder.architecture());
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                Services.warn("decoder " + decoder.getClass().getName(), e);
            }
        }
        return names;
    }

    private static List<FaceDecoder> all(String architecture) {
        return all().stream().filter(decoder -> reads(decoder, architecture)).toList();
    }

    private static List<FaceDecoder> all() {
        ClassLoader own = Decoders.class.getClassLoader();
        return List.copyOf(Services.<FaceDecoder>load(
                        "FaceDecoder",
                        List.of(ServiceLoader.load(FaceDecoder.class), ServiceLoader.load(FaceDecoder.class, own)))
                .found());
    }

    private static boolean reads(FaceDecoder decoder, String architecture) {
        try {
            return decoder.architecture().equals(architecture);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Services.warn("decoder " + decoder.getClass().getName(), e);
            return false;
        }
    }
}
