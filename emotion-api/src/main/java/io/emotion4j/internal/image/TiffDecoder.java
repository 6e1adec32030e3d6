package io.emotion4j.internal.image;

import java.io.IOException;
import java.nio.ByteOrder;

/**
 * TIFF to RGB, strip by strip or tile by tile, so that beside the picture only one of them is in memory. The JDK's reader makes black, white or noise of
 * many kinds without an error, and imageio-tiff of others.
 */
final class TiffDecoder {

    private final TiffLayout layout;
    private final Bytes file;
    private final TiffSubsampling sampling;
    private final TiffPredictor predictor;
    private final TiffSamples samples;
    private final TiffColours colours;
    private final TiffDirectory directory;

    private TiffDecoder(TiffLayout layout, TiffDirectory directory) throws BrokenPictureException {
        this.layout = layout;
        this.file = directory.file();
        this.directory = directory;
        ByteOrder order = file.order();
        this.sampling = TiffSubsampling.of(layout, directory);
        this.predictor = new TiffPredictor(layout, order);
        this.samples = new TiffSamples(layout, order);
        this.colours = new TiffColours(layout, directory);
    }

    /** The stored pixels, RGB. */
    static byte[] decode(TiffLayout layout, TiffDirectory directory) throws IOException {
        return new TiffDecoder(layout, directory).decode();
    }

    private byte[] decode() throws IOException {
        byte[] rgb = new byte[layout.width() * layout.height() * 3];
        int planes = layout.planes() ? layout.samples() : 1;
        int segments = layout.across() * layout.down();
        byte[] row = new byte[layout.segmentWidth() * layout.samples()];
        byte[][] data = new byte[planes][];
        SegmentReader reader = layout.compression() == TiffData.JPEG ? jpeg() : plain();
        for (int segment = 0; segment < segments; segment++) {
            int left = segment % layout.across() * layout.segmentWidth();
            int top = segment / layout.across() * layout.segmentHeight();
            int rows = Math.min(layout.segmentHeight(), layout.height() - top);
            int columns = Math.min(layout.segmentWidth(), layout.width() - left);
            for (int plane = 0; plane < planes; plane++) {
                data[plane] = reader.read(part(plane * segments + segment), rows, plane);
            }
            for (int y = 0; y < rows; y++) {
                for (int plane = 0; plane < planes; plane++) {
                    int count = columns * layout.samplesTogether();
                    samples.read(data[plane], y * layout.rowBytes(), count, row, plane, planes);
                }
                colours.put(row, columns, rgb, ((top + y) * layout.width() + left) * 3);
            }
        }
        return rgb;
    }

    private Bytes part(int segment) throws BrokenPictureException {
        long offset = layout.offsets()[segment];
        if (offset >= file.length()) {
            throw new BrokenPictureException(
                    "the file is truncated: a strip or tile starts at byte " + offset + " of " + file.length());
        }
        return file.part((int) offset, (int) layout.lengths()[segment]);
    }

    private SegmentReader jpeg() throws BrokenPictureException {
        TiffJpeg jpeg = new TiffJpeg(layout, directory.bytes(347));
        return (segment, rows, plane) -> jpeg.decode(segment, rows);
    }

    private SegmentReader plain() {
        byte[][] buffers = new byte[layout.planes() ? layout.samples() : 1][];
        int most = Math.min(layout.segmentHeight(), layout.height());
        byte[] packed = new byte[sampling.isNone() ? 0 : sampling.bytes(layout.segmentWidth(), most)];
        return (segment, rows, plane) -> {
            if (buffers[plane] == null) {
                buffers[plane] = new byte[layout.rowBytes() * most];
            }
            byte[] data = buffers[plane];
            if (sampling.isNone()) {
                int wanted = layout.rowBytes() * rows;
                TiffData.decompress(layout.compression(), segment, layout.reversed(), data, wanted);
                predictor.undo(data, rows);
            } else {
                int wanted = sampling.bytes(layout.segmentWidth(), rows);
                TiffData.decompress(layout.compression(), segment, layout.reversed(), packed, wanted);
                sampling.expand(packed, data, layout.segmentWidth(), rows);
            }
            return data;
        };
    }

    /** Gives the samples of a segment of one plane; the array may be used again for the next segment of that plane. */
    private interface SegmentReader {
        byte[] read(Bytes segment, int rows, int plane) throws IOException;
    }
}
