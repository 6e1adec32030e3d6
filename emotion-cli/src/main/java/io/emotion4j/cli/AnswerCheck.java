package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** What a model that runs answers: whether that depends on the picture at all, and what it says to pictures of the user's. */
record AnswerCheck(Model model, Supplier<EmotionAnalyzerBuilder> builder, PrintWriter out) {

    private static final int SIDE = 64;
    /** Probabilities of networks that look at their input differ by more; the same numbers computed in another order, by less. */
    private static final float SAME = 1e-6f;

    /** Prints what it found; whether all is well. */
    boolean run(List<Path> pictures) throws IOException {
        if (model.descriptor().task() == ModelTask.FACE_DETECTION) {
            return detections(pictures);
        }
        try (EmotionClassifier classifier = builder.get().classifierModel(model).buildClassifier()) {
            for (Path picture : pictures) {
                line("ok  ", picture.getFileName() + ": " + classifier.classifyCrop(GivenPicture.of(picture)));
            }
            List<EmotionScores> scores = classifier.classifyCrops(List.of(even(0), even(255), noise()));
            if (scores.stream().allMatch(other -> same(scores.get(0), other))) {
                line(
                        "FAIL",
                        "the same for a black, a white and a speckled picture, " + scores.get(0)
                                + ": expected another for each; \"scale\", \"mean\" and \"std\" make all pixels alike, or the"
                                + " network's weights are 0 somewhere on the way to output '"
                                + model.descriptor().outputs().get(0) + "'");
                return false;
            }
        }
        return true;
    }

    private boolean detections(List<Path> pictures) throws IOException {
        if (!pictures.isEmpty()) {
            try (FaceDetector detector = builder.get().detectorModel(model).buildDetector()) {
                for (Path picture : pictures) {
                    int faces = detector.detect(GivenPicture.of(picture)).size();
                    line("ok  ", picture.getFileName() + ": " + faces + (faces == 1 ? " face" : " faces"));
                }
            }
        }
        return true;
    }

    private void line(String mark, String found) {
        out.printf(Locale.ROOT, "    %s %-12s %s%n", mark, "answers", found);
    }

    private static boolean same(EmotionScores one, EmotionScores other) {
        return one.labels().stream().allMatch(label -> Math.abs(one.score(label) - other.score(label)) < SAME);
    }

    private static RgbImage even(int value) {
        byte[] pixels = new byte[SIDE * SIDE * 3];
        Arrays.fill(pixels, (byte) value);
        return RgbImage.of(SIDE, SIDE, pixels);
    }

    private static RgbImage noise() {
        byte[] pixels = new byte[SIDE * SIDE * 3];
        new Random(1).nextBytes(pixels);
        return RgbImage.of(SIDE, SIDE, pixels);
    }
}
