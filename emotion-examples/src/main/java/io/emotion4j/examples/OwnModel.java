package io.emotion4j.examples;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A model of yours in place of the shipped one: a folder with the network and a {@code model.json} that describes its input,
 * its output and its labels. The file docs/model-format.md tells how to write one.
 */
public final class OwnModel {

    private OwnModel() {}

    /**
     * Prints a line a face.
     *
     * @param args a folder with a model, and a picture
     * @throws IOException if the picture cannot be decoded
     */
    public static void main(String[] args) throws IOException {
        Model model = Model.of(Path.of(args[0]));
        System.out.println("Labels: " + model.descriptor().labels());
        try (var analyzer = EmotionAnalyzer.builder().classifierModel(model).build()) {
            Analysis analysis = analyzer.analyze(Path.of(args[1]));
            analysis.forEach(face -> System.out.println(analysis.classifier() + ": " + face));
        }
    }
}
