package io.emotion4j.cli;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Requests that are cheap to send and dear to answer; those of one entry are sent at once. */
final class Attacks {

    private static final int JSON_KEYS = 1_600_000;

    private Attacks() {}

    /** By what they are; with those of a folder's files, where it is there. */
    static Map<String, List<ServerCall>> of(Path folder) {
        Map<String, List<ServerCall>> attacks = new LinkedHashMap<>();
        attacks.put("4 PNG of 67,108,864 x 1, 1 bit", pictures(4, png(67_108_864, 1, 1, 0)));
        attacks.put("4 PNG of 1 x 60,000,000", pictures(4, png(1, 60_000_000, 1, 0)));
        attacks.put("4 PNG of 5000 x 5000, RGBA of 16 bits", pictures(4, png(5000, 5000, 16, 6)));
        attacks.put("4 PNG of 8192 x 8192, RGBA of 16 bits", pictures(4, png(8192, 8192, 16, 6)));
        attacks.put("2 pictures of 896 faces", pictures(2, crowd()));
        attacks.put(
                "16 explanations of a face",
                Collections.nCopies(16, ServerCall.raw("/explain", TestPictures.oneFace())));
        attacks.put("2 JSON bodies of 1.6 million keys", Collections.nCopies(2, manyKeys()));
        attacks.putAll(files(folder));
        return attacks;
    }

    private static Map<String, List<ServerCall>> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            System.out.println("Without the attack files, which are not in " + folder);
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, List<ServerCall>> attacks = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> attacks.put("4 times " + file.getFileName(), pictures(4, read(file))));
            return attacks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ServerCall> pictures(int count, byte[] picture) {
        return Collections.nCopies(count, ServerCall.raw("/predict", picture));
    }

    private static ServerCall manyKeys() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < JSON_KEYS; i++) {
            json.append('"').append(Integer.toString(i, 36)).append("\":1,");
        }
        return ServerCall.json(
                "/predict_emotion", json.append("\"image\":\"\"}").toString());
    }

    /** The sample's seven faces 128 times, each 11 pixels wide. */
    private static byte[] crowd() {
        BufferedImage crowd = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = crowd.createGraphics();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BufferedImage seven = ImageIO.read(new ByteArrayInputStream(TestPictures.sevenFaces()));
            Image small = seven.getScaledInstance(80, 40, Image.SCALE_AREA_AVERAGING);
            for (int i = 0; i < 128; i++) {
                graphics.drawImage(small, i % 8 * 80, i / 8 * 40, null);
            }
            ImageIO.write(crowd, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            graphics.dispose();
        }
        return bytes.toByteArray();
    }

    /** A black picture. */
    private static byte[] png(int width, int height, int depth, int colors) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(head);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {(byte) depth, (byte) colors, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "IDAT", zeros(1 + (width * (long) depth * (colors == 6 ? 4 : 1) + 7) / 8, height));
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zeros(long row, int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] some = new byte[1 << 16];
            for (long left = row * rows; left > 0; left -= some.length) {
                out.write(some, 0, (int) Math.min(left, some.length));
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
