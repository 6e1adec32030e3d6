package io.emotion4j.internal.image;

import io.emotion4j.internal.service.Services;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.PictureDecoder;
import io.emotion4j.spi.PictureFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A file that a decoder of another jar may take over.
 *
 * @param decoder takes files of this kind
 * @param kind of file
 */
record QuickDecoding(PictureDecoder decoder, PictureFile.Kind kind) {

    /** Where an extended WebP file says what is in it, and the bit for an animation. */
    private static final int WEBP_FLAGS = 20;

    private static final int ANIMATION = 2;

    /** What is below the header of a WebP file and says that it is an extended one. */
    private static final int WEBP_CHUNK = 12;

    /** Switches all of them off where it is {@code false}. */
    private static final String PROPERTY = "emotion4j.pictureDecoders";

    private static final Map<PictureFile.Kind, @Nullable QuickDecoding> CHOSEN = new EnumMap<>(PictureFile.Kind.class);
    private static final List<PictureDecoder> ALL = all();

    /** {@return who takes a file over; null where nobody does} */
    static @Nullable QuickDecoding of(ImageFormat format, byte[] file) throws BrokenPictureException {
        if (ALL.isEmpty() || "false".equals(System.getProperty(PROPERTY))) {
            return null;
        }
        PictureFile.Kind kind = kind(format, file);
        return kind == null ? null : chosen(kind);
    }

    /** {@return bytes that it takes beside the picture's own} */
    long memory(ImageHeader header) {
        return header.width() * header.height() * decoder.bytesPerPixel(kind);
    }

    /** {@return the stored pixels, RGB; null where the file is handed back} */
    byte @Nullable [] decode(ImageHeader header, byte[] file) throws BrokenPictureException {
        byte[] bytes = file;
        if (kind == PictureFile.Kind.JPEG || kind == PictureFile.Kind.PROGRESSIVE_JPEG) {
            JpegHeader jpeg = JpegHeader.read(new Bytes(file));
            if (!JpegScans.read(jpeg, file).ended()) {
                return null;
            }
            bytes = jpeg.withoutSegments(file);
        }
        int width = (int) header.width();
        int height = (int) header.height();
        byte[] rgb = new byte[width * height * 3];
        try {
            return decoder.decode(new PictureFile(kind, bytes, width, height), rgb) ? rgb : null;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Services.warn("picture decoder " + decoder.name() + " for a file", e);
            return null;
        }
    }

    private static PictureFile.@Nullable Kind kind(ImageFormat format, byte[] file) throws BrokenPictureException {
        switch (format) {
            case JPEG -> {
                JpegHeader header = JpegHeader.read(new Bytes(file));
                if (!header.plain()) {
                    return null;
                }
                return header.progressive() ? PictureFile.Kind.PROGRESSIVE_JPEG : PictureFile.Kind.JPEG;
            }
            case PNG -> {
                return PictureFile.Kind.PNG;
            }
            case WEBP -> {
                Bytes bytes = new Bytes(file);
                boolean animated = bytes.matches(WEBP_CHUNK, "VP8X") && (bytes.u8(WEBP_FLAGS) & ANIMATION) != 0;
                return animated ? null : PictureFile.Kind.WEBP;
            }
            default -> {
                return null;
            }
        }
    }

    private static @Nullable QuickDecoding chosen(PictureFile.Kind kind) {
        synchronized (CHOSEN) {
            if (!CHOSEN.containsKey(kind)) {
                CHOSEN.put(kind, choose(kind));
            }
            return CHOSEN.get(kind);
        }
    }

    private static @Nullable QuickDecoding choose(PictureFile.Kind kind) {
        for (PictureDecoder decoder : ALL) {
            try {
                if (decoder.decodes(kind)) {
                    Availability availability = decoder.availability();
                    if (availability.available()) {
                        return new QuickDecoding(decoder, kind);
                    }
                    Services.warn(
                            "picture decoder " + decoder.name(), new IllegalStateException(availability.detail()));
                }
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                Services.warn("picture decoder " + decoder.getClass().getName(), e);
            }
        }
        return null;
    }

    /** As plug-ins: from where this library was loaded, so that no program's own class loader is held. */
    private static List<PictureDecoder> all() {
        List<Iterable<PictureDecoder>> loaders = new ArrayList<>();
        loaders.add(ServiceLoader.load(PictureDecoder.class, QuickDecoding.class.getClassLoader()));
        ModuleLayer layer = QuickDecoding.class.getModule().getLayer();
        if (layer != null) {
            loaders.add(ServiceLoader.load(layer, PictureDecoder.class));
        }
        return Services.<PictureDecoder>load("PictureDecoder", loaders).found().stream()
                .sorted(Comparator.comparing(decoder -> decoder.getClass().getName()))
                .toList();
    }
}
