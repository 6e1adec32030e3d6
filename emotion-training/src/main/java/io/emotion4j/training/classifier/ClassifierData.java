package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.FaceData;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.evaluation.data.UnlabelledFaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Faces to train with and to validate with. A source's training part is learnt; its validation part, or every tenth face where
 * it has none, is held back, unless other faces to validate with are named.
 *
 * @param training 48x48 pixels each
 * @param validation 48x48 pixels each
 * @since 0.1.0
 */
public record ClassifierData(List<FaceSource> training, List<LabelledFace> validation) {

    private static final int HELD_BACK = 10;

    /** Copies the lists. */
    public ClassifierData {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /**
     * Reads them.
     *
     * @param sources at least one
     * @param unlabelled folders of pictures of faces that only a teacher says anything about
     * @param validation file or folder, or null
     * @param validationVotes FER+ votes of {@code validation}, or null
     * @return the faces
     * @throws IOException naming file, line and what is wrong
     */
    public static ClassifierData read(
            List<FaceFiles> sources, List<Path> unlabelled, @Nullable Path validation, @Nullable Path validationVotes)
            throws IOException {
        List<FaceSource> training = new ArrayList<>();
        List<LabelledFace> held = new ArrayList<>();
        for (FaceFiles source : sources) {
            Map<Part, List<LabelledFace>> parts = FaceData.readParts(source.data(), source.votes());
            List<LabelledFace> faces = parts.get(Part.TRAIN);
            if (faces == null) {
                throw new IOException(source.data() + ": no faces of part train, found only " + parts.keySet());
            }
            List<LabelledFace> back = parts.get(Part.VALID);
            if (validation == null && back == null) {
                back = every(faces, true);
                faces = every(faces, false);
            }
            if (faces.isEmpty()) {
                throw new IOException(source.data() + ": no face is left to learn from");
            }
            training.add(new FaceSource(FaceSize.ofInput(faces), source.weight(), true));
            if (validation == null && back != null) {
                held.addAll(back);
            }
        }
        for (Path folder : unlabelled) {
            training.add(new FaceSource(FaceSize.ofInput(UnlabelledFaces.read(folder)), 1, false));
        }
        if (validation != null) {
            Map<Part, List<LabelledFace>> parts = FaceData.readParts(validation, validationVotes);
            held.addAll(parts.getOrDefault(Part.VALID, parts.getOrDefault(Part.TRAIN, List.of())));
        }
        if (held.isEmpty()) {
            throw new IOException("No face to validate with in " + (validation == null ? "the data" : validation)
                    + "; name other faces, which are not learnt, to validate with (--validation)");
        }
        return new ClassifierData(training, FaceSize.ofInput(held));
    }

    /** {@return how many faces there are to learn from} */
    public int trainingFaces() {
        return training.stream().mapToInt(source -> source.faces().size()).sum();
    }

    /** Every tenth face, or all the others. */
    private static List<LabelledFace> every(List<LabelledFace> faces, boolean tenth) {
        List<LabelledFace> chosen = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            if ((i % HELD_BACK == HELD_BACK - 1) == tenth) {
                chosen.add(faces.get(i));
            }
        }
        return chosen;
    }
}
