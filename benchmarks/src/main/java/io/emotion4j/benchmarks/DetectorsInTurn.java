package io.emotion4j.benchmarks;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.benchmarks.bare.OpenCvFaces;
import io.emotion4j.benchmarks.picture.Photo;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Detectors of several models on one picture of 640x480 with three faces, one after the other, again and again: whatever else the machine does
 * meets all of them, so that their ratios hold where their times do not. One thread each.
 */
final class DetectorsInTurn {

    private static final int FACES = 3;
    private static final int WIDTH = 640;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A detector, and the processor times of its rounds in nanoseconds. */
    private record Lane(String name, IntSupplier faces, List<Long> times) {

        void run() {
            long before = THREADS.getCurrentThreadCpuTime();
            int found = faces.getAsInt();
            times.add(THREADS.getCurrentThreadCpuTime() - before);
            if (found == 0) {
                throw new IllegalStateException(name + " finds none of the faces, so its time says nothing");
            }
        }

        double median() {
            return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(0L) / 1e6;
        }
    }

    private DetectorsInTurn() {}

    /** The shipped detector first, then the models that are named, then OpenCV's cascade by OpenCV's own call. */
    static void measure(int rounds, List<String> models, PrintStream out) throws IOException {
        byte[] jpeg = Photo.frame(WIDTH, FACES);
        RgbImage image = RgbImage.decode(jpeg);
        List<Model> measured = new ArrayList<>(List.of(Model.shipped(ModelTask.FACE_DETECTION)));
        models.forEach(name -> measured.add(Model.named(name)));
        List<FaceDetector> open = new ArrayList<>();
        List<Lane> lanes = new ArrayList<>();
        try (OpenCvFaces haar = OpenCvFaces.haar(jpeg)) {
            for (Model model : measured) {
                FaceDetector detector = EmotionAnalyzer.builder()
                        .detectorModel(model)
                        .intraOpThreads(1)
                        .buildDetector();
                open.add(detector);
                lanes.add(new Lane(detector.id(), () -> detector.detect(image).size(), new ArrayList<>()));
            }
            lanes.add(new Lane("OpenCV's frontal Haar cascade", haar::detect, new ArrayList<>()));
            // As many rounds are not measured: Java compiles what it runs often.
            for (int round = 0; round < 2 * rounds; round++) {
                lanes.forEach(Lane::run);
            }
            lanes.forEach(lane -> lane.times().subList(0, rounds).clear());
            for (Lane lane : lanes) {
                out.printf(
                        Locale.ROOT,
                        "%-30s %8.2f ms processor time %6.2f of the first, %d faces%n",
                        lane.name(),
                        lane.median(),
                        lane.median() / lanes.get(0).median(),
                        lane.faces().getAsInt());
            }
        } finally {
            open.forEach(FaceDetector::close);
        }
    }
}
