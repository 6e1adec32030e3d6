package io.emotion4j.training.cli;

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
 * folder, unless other pictures to validate with are named.
 */
record DetectorData(DetectorRun.Pictures pictures) {

    private static final int HELD_BACK = 10;

    /**
     * Reads them.
     *
     * @param answered whether a reference detector's answers go with them, which demands all of them in their folders
     * @throws IOException naming file, line and what is wrong
     */
    static DetectorData read(
            Path faces, @Nullable Path validation, @Nullable Path landmarks, @Nullable Path noFaces, boolean answered)
            throws IOException {
        List<AnnotatedPicture> all = DetectionIndex.read(faces, null);
        List<AnnotatedPicture> held = of(Part.VALID, all);
        if (answered && (landmarks == null || noFaces == null || validation != null || held.isEmpty())) {
            throw new IOException(
                    "--answers needs --landmarks, --no-faces and pictures of --faces in folders train/ and val/,"
                            + " and no --validation; leave --answers out to learn from boxes and landmarks alone");
        }
        if (validation != null) {
            held = DetectionIndex.read(validation, null);
        }
        List<AnnotatedPicture> learnt = new ArrayList<>(all);
        learnt.removeIf(picture -> isOf(Part.VALID, picture));
        if (held.isEmpty()) {
            held = tenths(learnt);
            learnt.removeAll(held);
        }
        if (held.isEmpty() || learnt.isEmpty()) {
            throw new IOException(
                    faces + ": " + all.size() + " pictures are too few to learn from some and validate with "
                            + "others; name pictures to validate with with --validation");
        }
        List<AnnotatedPicture> pointed = landmarks == null ? List.of() : DetectionIndex.read(landmarks, null);
        return new DetectorData(new DetectorRun.Pictures(
                learnt,
                pointed.stream().filter(p -> !isOf(Part.VALID, p)).toList(),
                noFaces == null ? List.of() : PictureFolder.withoutFaces(noFaces),
                held));
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
            Path faces,
            @Nullable Path validation,
            @Nullable Path landmarks,
            @Nullable Path noFaces,
            @Nullable Path answers,
            @Nullable Path reference)
            throws IOException {
        List<Fingerprint> prints = new ArrayList<>();
        List<AnnotatedPicture> own = new ArrayList<>(pictures.faces());
        own.addAll(validation == null ? pictures.validation() : List.of());
        prints.add(print("--faces", faces, own));
        if (validation != null) {
            prints.add(print("--validation", validation, pictures.validation()));
        }
        if (landmarks != null) {
            prints.add(print("--landmarks", landmarks, pictures.landmarks()));
        }
        if (noFaces != null) {
            prints.add(print("--no-faces", noFaces, pictures.empty()));
        }
        if (answers != null) {
            prints.add(Fingerprint.of("--answers", answers));
        }
        if (reference != null) {
            prints.add(Fingerprint.of("--reference", reference));
        }
        return prints;
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

    private static List<AnnotatedPicture> tenths(List<AnnotatedPicture> pictures) {
        List<AnnotatedPicture> tenths = new ArrayList<>();
        for (int i = HELD_BACK - 1; i < pictures.size(); i += HELD_BACK) {
            tenths.add(pictures.get(i));
        }
        return tenths;
    }
}
