package io.emotion4j.benchmarks;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An analyzer on one engine, and the picture. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls open() first.
public class Pipeline {

    static final String DEFAULT_CLASSIFIER = "fer-resnet";

    @Param("onnx")
    public String engine;

    /** Id of a shipped model. */
    @Param(DEFAULT_CLASSIFIER)
    public String classifierModel;

    byte[] jpeg;
    RgbImage image;
    List<Face> faces;
    EmotionAnalyzer analyzer;
    FaceDetector detector;
    EmotionClassifier classifier;

    @Setup(Level.Trial)
    public void open() throws IOException {
        jpeg = OneFacePicture.jpeg();
        image = RgbImage.decode(jpeg);
        analyzer = EmotionAnalyzer.builder()
                .engine(engine)
                .classifierModel(Model.shipped(classifierModel))
                .detectionSize(OneFacePicture.WIDTH)
                .build();
        detector = Objects.requireNonNull(analyzer.detector());
        classifier = analyzer.classifier();
        faces = detector.detect(image);
        if (faces.size() != 1) {
            throw new IllegalStateException("The picture must show one face, but the detector finds " + faces);
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        analyzer.close();
    }
}
