package io.emotion4j.internal.image;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/**
 * Notes how much of a picture was decoded when the data ran out. libjpeg fills the rest with gray and carries on; a
 * picture that is mostly such gray must not pass for one without faces.
 */
final class TruncationWatch implements IIOReadProgressListener {

    private float percent;
    private boolean truncated;
    private float percentAtEnd;

    void exhausted() {
        if (!truncated) {
            truncated = true;
            percentAtEnd = percent;
        }
    }

    boolean truncated() {
        return truncated;
    }

    /** {@return how much was decoded when the data ran out} */
    float percent() {
        return percentAtEnd;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        percent = percentageDone;
    }

    @Override
    public void imageComplete(ImageReader source) {
        percent = 100;
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
