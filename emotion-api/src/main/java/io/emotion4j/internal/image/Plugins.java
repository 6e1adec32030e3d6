package io.emotion4j.internal.image;

import io.emotion4j.internal.natives.Detached;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/**
 * ImageIO's readers. ImageIO itself looks for plug-ins once, through whatever context class loader the first caller
 * happened to have; this also looks where this library was loaded from, so that its own dependencies are always found,
 * on the class path and on the module path. ImageIO's registry is read but left as it is.
 */
final class Plugins {

    private static final String JDK = "com.sun.imageio.";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.";
    /** The rank of the JDK's readers. */
    private static final int JDKS = 1;

    private static final Map<ImageFormat, ImageReaderSpi> BEST = new EnumMap<>(ImageFormat.class);
    private static final @Nullable ImageReaderSpi JDK_JPEG;

    static {
        ImageReaderSpi jpeg = null;
        for (ImageReaderSpi spi : all()) {
            for (ImageFormat format : ImageFormat.values()) {
                if (reads(spi, format)) {
                    ImageReaderSpi best = BEST.get(format);
                    if (best == null || rank(spi) < rank(best)) {
                        BEST.put(format, spi);
                    }
                    if (format == ImageFormat.JPEG && rank(spi) == JDKS && jpeg == null) {
                        jpeg = spi;
                    }
                }
            }
        }
        JDK_JPEG = jpeg;
    }

    private Plugins() {}

    /** {@return the reader for a format: TwelveMonkeys before the JDK before any other} */
    static Optional<ImageReaderSpi> best(ImageFormat format) {
        return Optional.ofNullable(BEST.get(format));
    }

    /** {@return the JDK's own reader for JPEG, a thin cover over libjpeg} */
    static Optional<ImageReaderSpi> jdkJpeg() {
        return Optional.ofNullable(JDK_JPEG);
    }

    private static int rank(ImageReaderSpi spi) {
        String name = spi.getClass().getName();
        return name.startsWith(TWELVE_MONKEYS) ? 0 : name.startsWith(JDK) ? JDKS : 2;
    }

    private static boolean reads(ImageReaderSpi spi, ImageFormat format) {
        try {
            for (String name : spi.getFormatNames()) {
                if (format.imageIoName().equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        } catch (RuntimeException | LinkageError e) {
            log(e);
            return false;
        }
    }

    private static List<ImageReaderSpi> all() {
        Map<String, ImageReaderSpi> found = new LinkedHashMap<>();
        // Where nobody has asked for it yet, it is made now, and with it AWT's context, which keeps the context class
        // loader for good.
        IIORegistry registry = Detached.call(IIORegistry::getDefaultInstance);
        Iterator<ImageReaderSpi> registered = registry.getServiceProviders(ImageReaderSpi.class, false);
        while (registered.hasNext()) {
            ImageReaderSpi spi = registered.next();
            found.put(spi.getClass().getName(), spi);
        }
        List<ImageReaderSpi> more = new ArrayList<>();
        collect(ServiceLoader.load(ImageReaderSpi.class, Plugins.class.getClassLoader()), more);
        ModuleLayer layer = Plugins.class.getModule().getLayer();
        if (layer != null) {
            collect(ServiceLoader.load(layer, ImageReaderSpi.class), more);
        }
        for (ImageReaderSpi spi : more) {
            if (!found.containsKey(spi.getClass().getName()) && prepare(spi, registry)) {
                found.put(spi.getClass().getName(), spi);
            }
        }
        return List.copyOf(found.values());
    }

    /** A plug-in looks up in the registry what it builds upon; this does not register it. */
    private static boolean prepare(ImageReaderSpi spi, IIORegistry registry) {
        try {
            spi.onRegistration(registry, ImageReaderSpi.class);
            return true;
        } catch (RuntimeException | LinkageError e) {
            log(e);
            return false;
        }
    }

    /** A plug-in that cannot be loaded hides no other. */
    private static void collect(ServiceLoader<ImageReaderSpi> loader, List<ImageReaderSpi> into) {
        Iterator<ImageReaderSpi> providers = loader.iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                into.add(providers.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                log(e);
            }
        }
    }

    private static void log(Throwable failure) {
        System.getLogger(Plugins.class.getName())
                .log(System.Logger.Level.DEBUG, "An ImageIO plug-in cannot be used", failure);
    }
}
