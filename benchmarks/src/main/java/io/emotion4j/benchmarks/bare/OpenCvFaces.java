package io.emotion4j.benchmarks.bare;

import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/** OpenCV's two detectors on a BGR picture, as its tutorials use them, on one thread. */
public abstract class OpenCvFaces implements AutoCloseable {

    private static final String CASCADE = "share/opencv4/haarcascades/haarcascade_frontalface_default.xml";

    /** The picture. */
    final Mat picture;

    private OpenCvFaces(byte[] jpeg) {
        try (Mat file = OpenCv.file(jpeg)) {
            picture = OpenCv.decode(file, 1);
        }
    }

    /** {@return how many faces are found} */
    public abstract int detect();

    @Override
    public void close() {
        picture.close();
    }

    /**
     * {@return FaceDetectorYN with the network of a shipped detector that has YuNet's outputs}
     *
     * @param jpeg the picture; sides are multiples of 32
     * @param id of the model
     * @throws IOException if the network cannot be written for it
     */
    public static OpenCvFaces yunet(byte[] jpeg, String id) throws IOException {
        Model model = Model.shipped(id);
        ModelFile weights = Objects.requireNonNull(model.descriptor().files().get("onnx"), "weights in ONNX");
        Path file = Files.createTempFile(id, ".onnx");
        try (Mat encoded = OpenCv.file(jpeg);
                Mat picture = OpenCv.decode(encoded, 1)) {
            Files.write(file, FixedSize.of(model.read(weights), picture.rows(), picture.cols()));
            return new YuNet(jpeg, file);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * {@return the Haar cascade for frontal faces}
     *
     * @param jpeg the picture
     * @throws IOException if the cascade cannot be read
     */
    public static OpenCvFaces haar(byte[] jpeg) throws IOException {
        String path = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/" + CASCADE;
        Path file = Files.createTempFile("cascade", ".xml");
        try (InputStream in = opencv_core.class.getResourceAsStream(path)) {
            Files.write(file, Objects.requireNonNull(in, path).readAllBytes());
            return new Haar(jpeg, file);
        } finally {
            Files.delete(file);
        }
    }

    private static final class YuNet extends OpenCvFaces {

        private final FaceDetectorYN detector;
        private final Mat found = new Mat();

        YuNet(byte[] jpeg, Path weights) {
            super(jpeg);
            try (Size size = new Size(picture.cols(), picture.rows())) {
                detector = FaceDetectorYN.create(weights.toString(), "", size);
            }
        }

        @Override
        public int detect() {
            detector.detect(picture, found);
            return found.rows();
        }

        @Override
        public void close() {
            found.close();
            detector.close();
            super.close();
        }
    }

    private static final class Haar extends OpenCvFaces {

        private final CascadeClassifier cascade;
        private final Mat gray = new Mat();
        private final RectVector boxes = new RectVector();

        Haar(byte[] jpeg, Path file) {
            super(jpeg);
            cascade = new CascadeClassifier(file.toString());
        }

        @Override
        public int detect() {
            opencv_imgproc.cvtColor(picture, gray, opencv_imgproc.COLOR_BGR2GRAY);
            opencv_imgproc.equalizeHist(gray, gray);
            cascade.detectMultiScale(gray, boxes);
            return (int) boxes.size();
        }

        @Override
        public void close() {
            boxes.close();
            gray.close();
            cascade.close();
            super.close();
        }
    }
}
