package io.emotion4j.benchmarks;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the engine alone takes, to compare with: ONNX Runtime on inputs of the same shapes, without this library. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BareEngineBenchmark {

    /** The detector on the picture's own size. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Detector {

        private BareOnnx onnx;

        @Setup
        public void open() throws OrtException {
            Model model = Model.shipped("face-pyramid");
            InputSpec input = model.descriptor().input();
            onnx = new BareOnnx(model, input.shape(1, OneFacePicture.HEIGHT, OneFacePicture.WIDTH));
        }

        @TearDown
        public void close() throws OrtException {
            onnx.close();
        }
    }

    /** The classifier on so many faces. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Classifier {

        @Param({"1", "4", "16"})
        public int faces;

        @Param(Pipeline.DEFAULT_CLASSIFIER)
        public String classifierModel;

        private BareOnnx onnx;

        @Setup
        public void open() throws OrtException {
            Model model = Model.shipped(classifierModel);
            InputSpec input = model.descriptor().input();
            onnx = new BareOnnx(model, input.shape(faces, input.height(), input.width()));
        }

        @TearDown
        public void close() throws OrtException {
            onnx.close();
        }
    }

    @Benchmark
    public int detect(Detector detector) throws OrtException {
        try (OrtSession.Result result = detector.onnx.run()) {
            return result.size();
        }
    }

    @Benchmark
    public int classify(Classifier classifier) throws OrtException {
        try (OrtSession.Result result = classifier.onnx.run()) {
            return result.size();
        }
    }
}
