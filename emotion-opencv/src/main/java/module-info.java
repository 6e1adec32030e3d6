/**
 * Finds faces with OpenCV's cascades of Haar and LBP features, found with {@link java.util.ServiceLoader}: choose {@link
 * io.emotion4j.opencv.HaarCascades#frontalFace} or a model of yours as an analyzer's detector model.
 *
 * <p>The application adds the native libraries of its platform: {@code org.bytedeco:opencv}, {@code org.bytedeco:openblas} and {@code
 * org.bytedeco:javacpp} with a classifier such as {@code linux-x86_64}.
 */
module io.emotion4j.opencv {
    requires transitive io.emotion4j.api;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.opencv;
    requires static org.jspecify;

    exports io.emotion4j.opencv;

    provides io.emotion4j.spi.FaceDetectorProvider with
            io.emotion4j.opencv.OpenCvProvider;
}
