package io.emotion4j.internal.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFF files of one strip, of kinds that no writer of the JDK makes. */
final class TiffFile {

    private final TreeMap<Integer, long[]> tags = new TreeMap<>();
    private final ByteOrder order;
    private final boolean big;

    TiffFile(int width, int height, int photometric, int samples, int bits) {
        this(width, height, photometric, samples, bits, ByteOrder.LITTLE_ENDIAN, false);
    }

    TiffFile(int width, int height, int photometric, int samples, int bits, ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
        long[] all = new long[samples];
        Arrays.fill(all, bits);
        with(256, width).with(257, height).with(258, all).with(259, 1).with(262, photometric);
        with(277, samples).with(278, height);
    }

    TiffFile with(int tag, long... values) {
        tags.put(tag, values);
        return this;
    }

    /** The file with this strip. */
    byte[] of(byte[] strip) {
        with(273, big ? 16 : 8).with(279, strip.length);
        int start = (big ? 16 : 8) + strip.length;
        int directory = (big ? 16 : 6) + tags.size() * (big ? 20 : 12);
        int values = tags.values().stream().mapToInt(v -> 8 * v.length).sum();
        ByteBuffer file = ByteBuffer.allocate(start + directory + values).order(order);
        file.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes());
        if (big) {
            file.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(start);
        } else {
            file.putShort((short) 42).putInt(start);
        }
        file.put(strip);
        int free = start + directory;
        if (big) {
            file.putLong(tags.size());
        } else {
            file.putShort((short) tags.size());
        }
        for (Map.Entry<Integer, long[]> tag : tags.entrySet()) {
            long[] numbers = tag.getValue();
            file.putShort(tag.getKey().shortValue()).putShort((short) 4);
            if (big) {
                file.putLong(numbers.length);
            } else {
                file.putInt(numbers.length);
            }
            int place = numbers.length == 1 ? file.position() : free;
            for (int i = 0; i < numbers.length; i++) {
                file.putInt(place + 4 * i, (int) numbers[i]);
            }
            if (numbers.length > 1) {
                if (big) {
                    file.putLong(file.position(), free);
                } else {
                    file.putInt(file.position(), free);
                }
                free += 4 * numbers.length;
            }
            file.position(file.position() + (big ? 8 : 4));
        }
        return file.array();
    }
}
