package io.emotion4j.evaluation.classifier;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.FaceQuality;
import io.emotion4j.RgbImage;
import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.internal.parallel.OrderedWork;
import io.emotion4j.model.ModelDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a classifier on face crops.
 *
 * @param truth what answers are compared with
 * @param changes whether the pictures are also made harder in many ways, which takes that many times as long
 * @param minimumGroup pictures that a group of people needs to count in the gaps
 * @param seed of the bootstrap intervals
 * @param threads that classify at a time
 * @since 0.1.0
 */
public record ClassifierEvaluation(Truth truth, boolean changes, int minimumGroup, long seed, int threads) {

    /**
     * Classifies all faces and computes the figures, but for those by quality.
     *
     * @param classifier made without alignment; stays the caller's to close
     * @param model its descriptor
     * @param faces face crops
     * @param progress is told what is done next
     * @return the figures
     * @throws IOException if a picture cannot be read, or none has a truth
     */
    public ClassifierReport run(
            EmotionClassifier classifier, ModelDescriptor model, List<LabelledFace> faces, Consumer<String> progress)
            throws IOException {
        return run(classifier, model, faces, null, progress);
    }

    /**
     * Classifies all faces and computes the figures.
     *
     * @param classifier made without alignment; stays the caller's to close
     * @param model its descriptor
     * @param faces face crops
     * @param quality measures a crop, several at a time; null where the figures by quality are not wanted
     * @param progress is told what is done next
     * @return the figures
     * @throws IOException if a picture cannot be read, or none has a truth
     */
    public ClassifierReport run(
            EmotionClassifier classifier,
            ModelDescriptor model,
            List<LabelledFace> faces,
            @Nullable Function<RgbImage, FaceQuality> quality,
            Consumer<String> progress)
            throws IOException {
        List<LabelledFace> known =
                faces.stream().filter(face -> truth.of(face) >= 0).toList();
        if (known.isEmpty()) {
            throw new IOException("None of " + faces.size() + " faces has a truth among " + truth
                    + (truth == Truth.VOTES ? "; were the votes given?" : ""));
        }
        progress.accept(known.size() + " faces on " + classifier.engine());
        CropClassifier crops = new CropClassifier(classifier, model);
        List<ClassifierAnswer> answers = answers(crops, known, UnaryOperator.identity());
        List<ClassifierAnswer> first = IntStream.range(0, known.size())
                .filter(i -> !known.get(i).origin().duplicate())
                .mapToObj(answers::get)
                .toList();
        return new ClassifierReport(
                new ClassifierReport.Subject(
                        classifier.id(),
                        classifier.engine(),
                        truth.name().toLowerCase(Locale.ROOT),
                        faces.size() - known.size()),
                Scorecard.of(answers, seed),
                Scorecard.of(first, seed),
                TemperatureFit.of(answers),
                new ClassifierReport.Breakdown(
                        Slice.all(known, answers),
                        quality == null ? List.of() : QualityBand.all(qualities(known, quality), answers),
                        changes ? changed(crops, known, answers, progress) : List.of(),
                        GroupTable.of(
                                answers,
                                known.stream()
                                        .map(face -> face.origin().group())
                                        .toList(),
                                minimumGroup,
                                seed)));
    }

    private List<FaceQuality> qualities(List<LabelledFace> faces, Function<RgbImage, FaceQuality> quality)
            throws IOException {
        return OrderedWork.map(faces, threads, face -> quality.apply(face.image()));
    }

    private List<ClassifierReport.ChangeResult> changed(
            CropClassifier crops, List<LabelledFace> faces, List<ClassifierAnswer> unchanged, Consumer<String> progress)
            throws IOException {
        double before = ConfusionMatrix.of(unchanged).accuracy();
        List<ClassifierReport.ChangeResult> results = new ArrayList<>();
        for (Change change : Change.all()) {
            progress.accept("the same, " + change.name());
            List<ClassifierAnswer> answers = answers(crops, faces, change.change());
            ConfusionMatrix matrix = ConfusionMatrix.of(answers);
            long same = IntStream.range(0, answers.size())
                    .filter(i -> answers.get(i).top() == unchanged.get(i).top())
                    .count();
            results.add(new ClassifierReport.ChangeResult(
                    change.name(),
                    matrix.accuracy(),
                    matrix.balancedAccuracy(),
                    before - matrix.accuracy(),
                    (double) same / answers.size()));
        }
        return results;
    }

    private List<ClassifierAnswer> answers(
            CropClassifier crops, List<LabelledFace> faces, UnaryOperator<RgbImage> change) throws IOException {
        return OrderedWork.map(
                faces,
                threads,
                face -> ClassifierAnswer.of(
                        ExpressionLabels.EMOTIONS.get(truth.of(face)), crops.classify(change.apply(face.image()))));
    }
}
