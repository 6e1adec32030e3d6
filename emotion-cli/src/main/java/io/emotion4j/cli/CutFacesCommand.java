package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.InferenceException;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.parallel.OrderedWork;
import io.emotion4j.output.draw.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code emotion4j cut-faces}: the faces of pictures, each as the classifier sees it, to look at, to label or to learn from. */
@Command(
        name = "cut-faces",
        description =
                "Writes every face of pictures as a picture of its own, turned and cut as the classifier sees it: to look at, to sort into "
                        + "folders for train-classifier --data, or to learn from unlabelled (--unlabelled).",
        sortOptions = false)
final class CutFacesCommand extends DataCommand {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "pictures, or folders with such")
    private List<Path> paths = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "face 2 of a/b.jpg becomes FOLDER/a/b.jpg-2.png")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--recursive", description = "look into the folders below a folder, too")
    private boolean recursive;

    @Mixin
    private AnalyzerOptions options = new AnalyzerOptions();

    @Override
    protected void run() throws IOException {
        PictureSearch search = PictureSearch.of(paths, recursive).without(out);
        PictureSearch.Twins twins = PictureSearch.twins(search.pictures());
        if (twins != null) {
            throw new IllegalArgumentException("The faces of " + twins.one() + " and " + twins.other()
                    + " would have the same names in " + out + "; cut them into folders of their own");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new IllegalArgumentException("--out " + out + " is a file; name a folder");
        }
        int faces = 0;
        int failed = 0;
        try (EmotionAnalyzer analyzer =
                        options.builder().maxConcurrency(THREADS).build();
                OrderedWork<PictureSearch.Picture, Cut> cuts =
                        new OrderedWork<>(search.pictures(), THREADS, picture -> cut(analyzer, picture))) {
            while (cuts.hasNext()) {
                Cut cut = cuts.next();
                faces += cut.faces();
                if (!cut.problem().isEmpty()) {
                    failed++;
                    err().println("emotion4j cut-faces: " + cut.problem());
                }
            }
        }
        out().println(faces + " faces of " + search.pictures().size() + " pictures: " + out);
        search.problems().forEach(problem -> err().println("emotion4j cut-faces: " + problem));
        if (failed > 0) {
            throw new IOException(
                    failed + " of " + search.pictures().size() + " pictures could not be cut; the others were");
        }
        if (!search.problems().isEmpty()) {
            throw new IOException("not everything could be searched; what was found was cut");
        }
    }

    /**
     * What came of a picture.
     *
     * @param faces that were written
     * @param problem what went wrong, with the picture's name; empty where nothing did
     */
    private record Cut(int faces, String problem) {}

    private Cut cut(EmotionAnalyzer analyzer, PictureSearch.Picture picture) {
        int written = 0;
        try {
            RgbImage image = RgbImage.decode(picture.file(), options.limits());
            for (Face face : analyzer.detect(image)) {
                PictureWriter.write(analyzer.debugCrop(image, face).toBufferedImage(), place(picture, written + 1));
                written++;
            }
            return new Cut(written, "");
        } catch (IOException | InferenceException e) {
            return new Cut(written, PictureWork.named(picture.file().toString(), String.valueOf(e.getMessage())));
        }
    }

    private Path place(PictureSearch.Picture picture, int number) {
        Path name = picture.name();
        return out.resolve(name.resolveSibling(name.getFileName() + "-" + number + ".png"));
    }
}
