package io.emotion4j.opencv;

import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.internal.haar.HaarSettings;
import io.emotion4j.model.Model;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.spi.DetectorOptions;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * A detector by one of OpenCV's cascades. How sure it is of a face is n / (n + {@value #HALF_SURE}), where n is how many places of
 * the search overlap there: cascades know no probability.
 */
final class HaarDetector implements FaceDetector {

    static final String ENGINE = "opencv";

    private static final int HALF_SURE = 10;

    private final String id;
    private final HaarSettings settings;
    private final DetectorOptions options;
    private final ThresholdSpec thresholds;
    private final ClassifierPool classifiers;

    private HaarDetector(Model model, HaarSettings settings, DetectorOptions options) {
        this.id = model.descriptor().id();
        this.settings = settings;
        this.options = options;
        this.thresholds = options.thresholds(model.descriptor());
        this.classifiers = ClassifierPool.open(CascadeFile.of(model));
    }

    static HaarDetector open(Model model, DetectorOptions options) {
        HaarSettings settings;
        try {
            settings = HaarSettings.of(model.descriptor().decoder());
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException("Descriptor " + model.location() + " is wrong: " + e.getMessage(), e);
        }
        return new HaarDetector(model, settings, options);
    }

    @Override
    public List<Face> detect(RgbImage image) {
        Objects.requireNonNull(image, "image");
        return options.reported(classifiers.use(classifier -> look(classifier, image)));
    }

    private List<Face> look(CascadeClassifier classifier, RgbImage image) {
        try (GrayPicture gray = GrayPicture.of(image, options.detectionSizeOrDefault());
                RectVector boxes = new RectVector();
                IntPointer neighbors = new IntPointer();
                Size least = new Size(settings.minFaceSize(), settings.minFaceSize());
                Size most = new Size()) {
            classifier.detectMultiScale2(
                    gray.pixels(), boxes, neighbors, settings.scaleFactor(), settings.minNeighbors(), 0, least, most);
            Candidates candidates = Candidates.of(image.width(), image.height(), gray.scale(), thresholds);
            for (int i = 0; i < boxes.size(); i++) {
                try (Rect box = boxes.get(i)) {
                    float places = neighbors.get(i);
                    candidates.add(box.x(), box.y(), box.width(), box.height(), places / (places + HALF_SURE));
                }
            }
            return candidates.faces();
        } catch (RuntimeException e) {
            throw e instanceof InferenceException
                    ? e
                    : new InferenceException("OpenCV failed to run model '" + id + "': " + e.getMessage(), e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public void close() {
        classifiers.close();
    }
}
