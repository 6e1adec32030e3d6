package io.emotion4j.internal.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Made-up PNG files of colour types that Java does not write, and of any filter. Their bytes are noise. */
final class PngFile {

    private PngFile() {}

    static byte[] of(int width, int height, int colours, int depth) {
        return of(width, height, colours, depth, 0);
    }

    static byte[] of(int width, int height, int colours, int depth, int filter) {
        int samples = new int[] {1, 0, 3, 0, 2, 0, 4}[colours];
        byte[] rows = new byte[height * (1 + width * samples * depth / 8)];
        new Random(colours + depth + filter).nextBytes(rows);
        for (int y = 0; y < height; y++) {
            rows[y * (rows.length / height)] = (byte) filter;
        }
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colours)
                .array();
        byte[] data = deflated(rows);
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return Encoded.concat(
                signature,
                chunk("IHDR", header),
                // Data comes in as many chunks as a writer likes.
                chunk("IDAT", Arrays.copyOf(data, data.length / 3)),
                chunk("IDAT", Arrays.copyOfRange(data, data.length / 3, data.length)),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[] body) {
        byte[] named = Encoded.concat(name.getBytes(StandardCharsets.ISO_8859_1), body);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(body.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
