package io.emotion4j.cli.training;

import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.evaluation.data.DetectionIndex;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.evaluation.data.PictureFolder;
import io.emotion4j.training.detector.DetectorRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pictures to train with and to validate with. Those in a folder {@code val/} validate, or every tenth where there is no such
 * folder, unless other pictures to validate with are named; of those without faces it is every seventh. More pictures
 * with landmarks validate where they lie in {@code val/}.
 */
record DetectorData(DetectorRun.Pictures pictures) {

    private static final int HELD_BACK = 10;
    private static final int EMPTY_HELD_BACK = 7;

    /**
     * Reads them.
     *
     * @throws IOException naming file, line and what is wrong
     */
    static DetectorData read(List<Path> faces, @Nullable Path validation, List<Path> landmarks, @Nullable Path noFaces)
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
                    + "others; name pictures to validate with with --validation");
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

    List<AnnotatedPicture> validation() {
        return pictures.validation();
    }

    int trainingPictures() {
        return pictures.faces().size()
                + pictures.landmarks().size()
                + pictures.empty().size();
    }

    /** {@return what the data was} */
    List<Fingerprint> prints(
            List<Path> faces,
            @Nullable Path validation,
            List<Path> landmarks,
            @Nullable Path noFaces,
            @Nullable Path reference,
            @Nullable Path start)
            throws IOException {
        List<Fingerprint> prints = new ArrayList<>();
        for (Path index : faces) {
            prints.add(print("--faces", index, DetectionIndex.read(index, null)));
        }
        if (validation != null) {
            prints.add(print("--validation", validation, pictures.validation()));
        }
        for (Path index : landmarks) {
            prints.add(print("--landmarks", index, DetectionIndex.read(index, null)));
        }
        if (noFaces != null) {
            List<AnnotatedPicture> empty = new ArrayList<>(pictures.empty());
            empty.addAll(pictures.emptyValidation());
            prints.add(print("--no-faces", noFaces, empty));
        }
        if (reference != null) {
            prints.add(Fingerprint.of("--reference", reference));
        }
        if (start != null) {
            prints.add(Fingerprint.of("--start", start));
        }
        return prints;
    }

    private static List<AnnotatedPicture> read(List<Path> indexes) throws IOException {
        List<AnnotatedPicture> all = new ArrayList<>();
        for (Path index : indexes) {
            all.addAll(DetectionIndex.read(index, null));
        }
        return all;
    }

    /** The index and every picture that it names. */
    private static Fingerprint print(String option, Path index, List<AnnotatedPicture> pictures) throws IOException {
        boolean folder = Files.isDirectory(index);
        Path root = folder
                ? index.toAbsolutePath()
                : Objects.requireNonNull(index.toAbsolutePath().getParent(), "a file lies in a folder");
        List<Path> files = new ArrayList<>();
        if (!folder) {
            files.add(index.toAbsolutePath());
        }
        pictures.stream().map(p -> p.file().toAbsolutePath()).sorted().forEach(files::add);
        return Fingerprint.of(option, index, root, files);
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
