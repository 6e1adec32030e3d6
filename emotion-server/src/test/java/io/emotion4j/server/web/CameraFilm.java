package io.emotion4j.server.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** What Chromium's fake camera shows: a face of the sample picture that moves to and fro, as raw video (YUV4MPEG2), gray. */
final class CameraFilm {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 60;
    private static final Color GROUND = new Color(0xA8A8A8);

    private CameraFilm() {}

    /**
     * Two seconds of the happy face, 30 frames a second. It keeps within half of its width, so that it is the same face however few
     * frames are looked at.
     */
    static Path write(Path file, Path sample) throws IOException {
        BufferedImage face = ImageIO.read(sample.toFile()).getSubimage(805, 20, 215, 222);
        byte[] luma = new byte[WIDTH * HEIGHT];
        byte[] chroma = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(chroma, (byte) 128);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("YUV4MPEG2 W640 H480 F30:1 Ip A1:1 C420jpeg\n".getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < FRAMES; frame++) {
                read(draw(face, 2 * Math.PI * frame / FRAMES), luma);
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(luma);
                out.write(chroma);
            }
        }
        return file;
    }

    private static BufferedImage draw(BufferedImage face, double angle) {
        BufferedImage canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setColor(GROUND);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            int x = (int) Math.round(175 + 60 * Math.sin(angle));
            int y = (int) Math.round(90 + 20 * Math.cos(angle));
            graphics.drawImage(face, x, y, 290, 300, null);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private static void read(BufferedImage gray, byte[] luma) {
        gray.getRaster().getDataElements(0, 0, WIDTH, HEIGHT, luma);
    }
}
