package io.emotion4j.training.detector;

import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.evaluation.data.DetectionIndex;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.evaluation.data.PictureFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pictures to train with and to validate with. Those in a folder {@code val/} validate, or every tenth where there is no such
 * folder, unless other pictures to validate with are named; of those without faces it is every seventh. More pictures
 * with landmarks validate where they lie in {@code val/}.
 *
 * @param pictures the pictures by what they are for
 * @since 0.1.0
 */
public record DetectorData(DetectorRun.Pictures pictures) {

    private static final int HELD_BACK = 10;
    private static final int EMPTY_HELD_BACK = 7;

    /**
     * Reads them.
     *
     * @param faces indexes of pictures whose faces are all marked, at least one
     * @param validation index of pictures to validate with, or null
     * @param landmarks indexes of more pictures with landmarks
     * @param noFaces pictures without faces, an index or a folder; or null
     * @return the pictures
     * @throws IOException naming file, line and what is wrong
     */
    public static DetectorData read(
            List<Path> faces, @Nullable Path validation, List<Path> landmarks, @Nullable Path noFaces)
            throws IOException {
        List<AnnotatedPicture> first = DetectionIndex.read(faces.get(0), null);
        List<AnnotatedPicture> all = new ArrayList<>(first);
        all.addAll(read(faces.subList(1, faces.size())));
        List<AnnotatedPicture> held =
                validation == null ? of(Part.VALID, first) : DetectionIndex.read(validation, null);
        List<AnnotatedPicture> learnt = new ArrayList<>(all);
        learnt.removeIf(picture -> isOf(Part.VALID, picture));
        if (held.isEmpty()) {
            held = every(HELD_BACK, learnt);
            learnt.removeAll(held);
        }
        if (held.isEmpty() || learnt.isEmpty()) {
            throw new IOException((faces.size() == 1 ? faces.get(0) : faces) + ": " + all.size()
                    + " pictures are too few to learn from some and validate with "
                    + "others; name other pictures to validate with (--validation)");
        }
        List<AnnotatedPicture> pointed = read(landmarks);
        List<AnnotatedPicture> empty = noFaces == null ? List.of() : PictureFolder.withoutFaces(noFaces);
        List<AnnotatedPicture> heldEmpty = every(EMPTY_HELD_BACK, empty);
        List<AnnotatedPicture> learntEmpty = new ArrayList<>(empty);
        learntEmpty.removeAll(heldEmpty);
        return new DetectorData(new DetectorRun.Pictures(
                learnt,
                pointed.stream().filter(p -> !isOf(Part.VALID, p)).toList(),
                learntEmpty,
                held,
                of(Part.VALID, pointed),
                heldEmpty));
    }

    /** {@return pictures with faces that are not learnt} */
    public List<AnnotatedPicture> validation() {
        return pictures.validation();
    }

    /** {@return how many pictures there are to learn from} */
    public int trainingPictures() {
        return pictures.faces().size()
                + pictures.landmarks().size()
                + pictures.empty().size();
    }

    private static List<AnnotatedPicture> read(List<Path> indexes) throws IOException {
        List<AnnotatedPicture> all = new ArrayList<>();
        for (Path index : indexes) {
            all.addAll(DetectionIndex.read(index, null));
        }
        return all;
    }

    private static boolean isOf(Part part, AnnotatedPicture picture) {
        return DetectionIndex.partOf(picture.name()).equals(Optional.of(part));
    }

    private static List<AnnotatedPicture> of(Part part, List<AnnotatedPicture> pictures) {
        return pictures.stream().filter(picture -> isOf(part, picture)).toList();
    }

    private static List<AnnotatedPicture> every(int step, List<AnnotatedPicture> pictures) {
        List<AnnotatedPicture> every = new ArrayList<>();
        for (int i = step - 1; i < pictures.size(); i += step) {
            every.add(pictures.get(i));
        }
        return every;
    }
}
