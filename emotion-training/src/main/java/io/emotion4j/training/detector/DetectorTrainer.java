package io.emotion4j.training.detector;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.EpochListener;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trains an anchor-free face detector with five landmarks. */
public final class DetectorTrainer {

    /** Every so-manyth picture without faces is left out of training, to count false finds on. */
    private static final int HELD_OUT = 7;

    private DetectorTrainer() {}

    /**
     * Where the pictures are.
     *
     * @param faces JSON lines with boxes (WIDER FACE), files under {@code train/} and {@code val/}
     * @param landmarks JSON lines with 68 landmarks
     * @param noFaces JSON lines of pictures without faces
     * @param answers folder with a reference detector's answers on the whole pictures, named as the folders of the three
     * @param reference the reference detector itself (ONNX, YuNet's outputs), which is then also asked about every crop; or null
     */
    public record Data(
            Path faces,
            Path landmarks,
            Path noFaces,
            Path answers,
            @Nullable Path reference) {}

    /** Trains a detector; returns it with averaged weights and {@link DetectorPreset#forTraining}'s outputs. */
    public static Network train(
            DetectorPreset preset, Data data, DetectorOptions options, Path folder, EpochListener listener)
            throws IOException {
        List<DetectionPicture> faces =
                DetectionLabels.read(data.faces(), answers(data, data.faces()), file -> file.startsWith("train/"));
        List<DetectionPicture> landmarks = DetectionLabels.read(
                data.landmarks(), answers(data, data.landmarks()), file -> file.startsWith("train/"));
        List<DetectionPicture> empty = new ArrayList<>(DetectionLabels.read(data.noFaces(), null, file -> true));
        for (int i = empty.size() - 1; i >= 0; i--) {
            if (i % HELD_OUT == HELD_OUT - 1) {
                empty.remove(i);
            }
        }
        DetectorValidation validation = new DetectorValidation(
                preset,
                DetectionLabels.read(data.faces(), null, file -> file.startsWith("val/")),
                folder,
                options.training().epochs());
        try (ReferenceDetector asked = data.reference() == null ? null : new ReferenceDetector(data.reference())) {
            DetectorBatches batches = new DetectorBatches(
                    List.of(
                            new DetectorBatches.Source(faces, 0.66, true),
                            new DetectorBatches.Source(landmarks, 0.18, false),
                            new DetectorBatches.Source(empty, 0.16, true)),
                    options,
                    asked);
            return new TrainingRun(
                            preset.forTraining(options.training().seed()),
                            DetectorLoss.of(options.landmarkWeight()),
                            batches,
                            options.training(),
                            folder)
                    .train(validation, listener);
        }
    }

    private static Path answers(Data data, Path index) {
        Path folder = index.toAbsolutePath().getParent();
        return data.answers().resolve((folder == null ? index : folder).getFileName() + ".jsonl");
    }
}
