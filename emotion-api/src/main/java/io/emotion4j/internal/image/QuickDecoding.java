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
import java.util.function.BiPredicate;
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
    private static final Map<PictureFile.Kind, @Nullable QuickDecoding> REDUCING =
            new EnumMap<>(PictureFile.Kind.class);
    private static final List<PictureDecoder> ALL = all();

    /** {@return who takes a file over; null where nobody does} */
    static @Nullable QuickDecoding of(ImageFormat format, byte[] file) throws BrokenPictureException {
        return find(format, file, CHOSEN, PictureDecoder::decodes);
    }

    /** {@return who decodes a file at a part of its size; null where nobody does} */
    static @Nullable QuickDecoding reducing(ImageFormat format, byte[] file) throws BrokenPictureException {
        return find(format, file, REDUCING, PictureDecoder::reduces);
    }

    private static @Nullable QuickDecoding find(
            ImageFormat format,
            byte[] file,
            Map<PictureFile.Kind, @Nullable QuickDecoding> known,
            BiPredicate<PictureDecoder, PictureFile.Kind> takes)
            throws BrokenPictureException {
        if (ALL.isEmpty() || "false".equals(System.getProperty(PROPERTY))) {
            return null;
        }
        PictureFile.Kind kind = kind(format, file);
        if (kind == null) {
            return null;
        }
        synchronized (known) {
            if (!known.containsKey(kind)) {
                known.put(kind, choose(kind, takes));
            }
            return known.get(kind);
        }
    }

    /** {@return bytes that it takes beside the picture's own} */
    long memory(ImageHeader header) {
        return header.width() * header.height() * decoder.bytesPerPixel(kind);
    }

    /**
     * {@return the stored pixels, RGB; null where the file is handed back}
     *
     * @param reduction 1, or by what the sides are divided, rounded up
     */
    byte @Nullable [] decode(ImageHeader header, byte[] file, int reduction) throws BrokenPictureException {
        byte[] bytes = file;
        if (kind == PictureFile.Kind.JPEG || kind == PictureFile.Kind.PROGRESSIVE_JPEG) {
            JpegHeader jpeg = JpegHeader.read(new Bytes(file));
            if (!JpegScans.read(jpeg, file).ended()) {
                return null;
            }
            bytes = jpeg.withoutSegments(file);
        }
        PictureFile picture = new PictureFile(kind, bytes, (int) header.width(), (int) header.height());
        byte[] rgb = new byte[reduced(picture.width(), reduction) * reduced(picture.height(), reduction) * 3];
        try {
            boolean done =
                    reduction == 1 ? decoder.decode(picture, rgb) : decoder.decodeReduced(picture, reduction, rgb);
            return done ? rgb : null;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Services.warn("picture decoder " + decoder.name() + " for a file", e);
            return null;
        }
    }

    /** {@return a side of the reduced picture} */
    static int reduced(int side, int reduction) {
        return (side - 1) / reduction + 1;
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

    private static @Nullable QuickDecoding choose(
            PictureFile.Kind kind, BiPredicate<PictureDecoder, PictureFile.Kind> takes) {
        for (PictureDecoder decoder : ALL) {
            try {
                if (takes.test(decoder, kind)) {
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
