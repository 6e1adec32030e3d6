package io.emotion4j.internal.image;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Strips and tiles that are JPEG files without their tables, which lie in a tag of their own. */
final class TiffJpeg {

    private final TiffLayout layout;
    private final ImageReaderSpi libjpeg;
    private final Bytes tables;

    TiffJpeg(TiffLayout layout, Bytes tables) throws BrokenPictureException {
        this.layout = layout;
        this.tables = tables;
        this.libjpeg = Plugins.jdkJpeg().orElseThrow(() -> new BrokenPictureException("this Java has no JPEG reader"));
        if (layout.bits() != 8) {
            throw new BrokenPictureException("its JPEG samples have " + layout.bits() + " bits, expected 8");
        }
    }

    /** The samples as they are stored, not converted to other colours. */
    byte[] decode(Bytes segment, int rows) throws IOException {
        byte[] file = joined(segment);
        JpegHeader header = JpegHeader.read(new Bytes(file));
        int width = (int) header.image().width();
        int height = (int) header.image().height();
        if (width != layout.segmentWidth() || height < rows || height > layout.segmentHeight()) {
            throw new BrokenPictureException("a strip or tile of " + layout.segmentWidth() + "x" + rows
                    + " holds a JPEG picture of " + width + "x" + height);
        }
        JpegScans.read(header, file);
        ImageReader reader = libjpeg.createReaderInstance();
        try (ByteArrayInput input = new ByteArrayInput(header.tables(), file, header.scansAt())) {
            reader.setInput(input, true, true);
            Raster raster = reader.readRaster(0, null);
            byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
            if (raster.getNumBands() != layout.samplesTogether() || samples.length < layout.rowBytes() * rows) {
                throw new BrokenPictureException("a JPEG strip or tile has " + raster.getNumBands()
                        + " samples a pixel, expected " + layout.samplesTogether());
            }
            return samples;
        } finally {
            reader.dispose();
        }
    }

    /** Tables and segment each start and end as a file of their own. */
    private byte[] joined(Bytes segment) {
        int tableBytes = Math.max(0, tables.length() - 2);
        int skipped = tableBytes == 0 ? 0 : Math.min(2, segment.length());
        byte[] file = new byte[tableBytes + segment.length() - skipped];
        System.arraycopy(tables.array(), tables.from(), file, 0, tableBytes);
        System.arraycopy(segment.array(), segment.from() + skipped, file, tableBytes, segment.length() - skipped);
        return file;
    }
}
