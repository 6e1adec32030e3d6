package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.ImageDecodeException.Reason;
import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.call.InFlight;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MemoryBudgetTest {

    private static final int MB = 1 << 20;

    @Test
    void whatAloneTakesMoreThanThereIsIsRefusedAtOnce() {
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> new MemoryBudget("", 10 * MB, 60_000).take("a (PNG, 9x9)", 11 * MB))
                .withMessageContaining("a (PNG, 9x9): the Java heap")
                .withMessageContaining("about 11 MB")
                .returns(Reason.TOO_LARGE, ImageDecodeException::reason);
    }

    @Test
    void whatFindsNoMemoryInTimeIsBusyAndLaterGoesThrough() throws ImageDecodeException {
        MemoryBudget budget = new MemoryBudget("", 10 * MB, 20);
        MemoryBudget.Share first = budget.take("a", 7 * MB);
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> budget.take("b", 7 * MB))
                .withMessageContaining("Cannot decode b: other pictures")
                .returns(Reason.BUSY, ImageDecodeException::reason);
        first.close();
        budget.take("b", 7 * MB).close();
    }

    @Test
    void aWaitingThreadCanBeInterrupted() throws Exception {
        MemoryBudget budget = new MemoryBudget("", 10 * MB, 60_000);
        budget.take("a", 9 * MB);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> budget.take("b", 9 * MB))
                .returns(Reason.BUSY, ImageDecodeException::reason);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @Timeout(30)
    void pictureWaitsForMemoryNoLongerThanItsAnalysisMayTake() throws Exception {
        MemoryBudget budget = new MemoryBudget("", 10 * MB, 60_000);
        budget.take("a", 9 * MB);
        InFlight place = new InFlight("Test", 1, () -> {});

        assertThatExceptionOfType(AnalysisAbortedException.class)
                .isThrownBy(
                        () -> place.run(new Call(Duration.ofMillis(30), () -> false), () -> budget.take("b", 9 * MB)))
                .withMessageContaining("while its picture waited for memory: its deadline of PT0.03S has passed");
        assertThatExceptionOfType(AnalysisAbortedException.class)
                .isThrownBy(() -> place.run(new Call(null, () -> false), () -> {
                    Thread.currentThread().interrupt();
                    return budget.take("b", 9 * MB);
                }))
                .withMessageContaining("while its picture waited for memory: its thread was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @Timeout(30)
    void smallPictureDoesNotWaitBehindLargeOnes() throws Exception {
        MemoryBudget budget = new MemoryBudget("", 160 * MB, 60_000);
        MemoryBudget.Share first = budget.take("a", 100 * MB);
        Thread waiting = new Thread(() -> {
            try {
                budget.take("b", 100 * MB).close();
            } catch (ImageDecodeException e) {
                throw new AssertionError(e);
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        budget.take("c", 5 * MB).close();
        assertThat(waiting.isAlive()).isTrue();
        first.close();
        waiting.join();
    }

    /** A PNG header of so many bits a sample, RGBA, and no data to speak of. */
    private static byte[] png(int width, int height, int bits) {
        byte[] png = Encoded.with("png", Encoded.sample(8, 8));
        ByteBuffer.wrap(png)
                .putInt(16, width)
                .putInt(20, height)
                .put(24, (byte) bits)
                .put(25, (byte) 6);
        return png;
    }

    /** 20 bytes of lossless WebP that claim so many pixels a side. */
    private static byte[] webp(int side) {
        int bits = side - 1 | side - 1 << 14;
        byte[] body = {0x2f, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24), 0, 0, 0};
        return Encoded.riff(Encoded.riffChunk("VP8L", body));
    }

    /** A progressive JPEG file of a few blocks that claims so many pixels, whose coefficients libjpeg would keep; colours have one sample. */
    private static byte[] progressive(int width, int height, int sampling) {
        byte[] jpeg = Encoded.progressiveJpeg(Encoded.sample(16, 16));
        int frame = 0;
        while (jpeg[frame] != (byte) 0xff || jpeg[frame + 1] != (byte) 0xc2) {
            frame++;
        }
        ByteBuffer.wrap(jpeg)
                .putShort(frame + 5, (short) height)
                .putShort(frame + 7, (short) width)
                .put(frame + 11, (byte) sampling);
        return jpeg;
    }

    /** What a progressive JPEG file takes outside the heap is asked for, too: 63 megapixels with half of the colours' sides. */
    @Test
    void coefficientsOutsideTheHeapAreCounted() throws BrokenPictureException {
        byte[] file = progressive(9000, 7000, 0x22);
        ImageHeader header = JpegHeader.read(new Bytes(file)).image();
        assertThat(DecodeMemory.outsideHeap(ImageFormat.JPEG, header, file)).isEqualTo(9000L * 7000 * 3);
        byte[] baseline = Encoded.jpeg(Encoded.sample(16, 16));
        assertThat(DecodeMemory.outsideHeap(ImageFormat.JPEG, header, baseline)).isZero();
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> new MemoryBudget(", beside which", 100 * MB, 20).take("a", 9000L * 7000 * 3))
                .withMessageContaining("MB), beside which is too small for it, it takes about 180 MB");
    }

    @Test
    @Timeout(300)
    void pixelBombsFourAtOnceEndInAnErrorInTwoSecondsAnd512Megabytes(@TempDir Path folder) throws Exception {
        List<Path> files = new ArrayList<>(List.of(
                Files.write(folder.resolve("long.png"), png(1 << 26, 1, 8)),
                Files.write(folder.resolve("deep.png"), png(8000, 8000, 16)),
                Files.write(folder.resolve("lossless.webp"), webp(8192)),
                Files.write(folder.resolve("progressive.jpg"), progressive(7500, 7500, 0x11)),
                Files.write(folder.resolve("wide.tif"), new TiffFile(8000, 8000, 2, 4, 16).of(new byte[8]))));
        Path cases = Path.of("..", "..", "shared", "cases", "server");
        for (String name : new String[] {"png_67Mx1_1bit.png", "tiff_64bit.tif", "webp_8192.webp"}) {
            if (Files.exists(cases.resolve(name))) {
                files.add(cases.resolve(name));
            }
        }
        Fork.fourAtOnce("256m", folder, files).forEach((file, outcome) -> {
            assertThat(outcome.result()).as(file).startsWith("ImageDecodeException: Cannot decode ");
            assertThat(outcome.millis()).as(file).isLessThan(2000);
            assertThat(outcome.megabytes()).as(file).isLessThan(512);
        });
    }
}
