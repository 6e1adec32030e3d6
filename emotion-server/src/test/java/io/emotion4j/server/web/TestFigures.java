package io.emotion4j.server.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.emotion4j.evaluation.classifier.ClassifierAnswer;
import io.emotion4j.evaluation.classifier.ClassifierReport;
import io.emotion4j.evaluation.classifier.Scorecard;
import io.emotion4j.evaluation.classifier.TemperatureFit;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What {@code GET /model} answers of the shipped models, with a report of the evaluation beside it: that of a classifier that guesses at
 * random and is right now and then. The report is the record that {@code evaluate-classifier --format json} prints.
 */
final class TestFigures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TestFigures() {}

    static String model() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode classifier = describe(ModelTask.EMOTION_CLASSIFICATION);
        classifier.set("evaluation", JSON.valueToTree(report()));
        root.set("classifier", classifier);
        root.set("detector", describe(ModelTask.FACE_DETECTION));
        return root.toString();
    }

    private static ObjectNode describe(ModelTask task) throws IOException {
        Model model = Model.shipped(task);
        ModelDescriptor descriptor = model.descriptor();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", descriptor.id()).put("version", descriptor.version());
        node.put("license", descriptor.license()).put("trainingData", descriptor.trainingData());
        node.put("source", descriptor.source());
        ArrayNode labels = node.putArray("labels");
        descriptor.labels().forEach(label -> labels.add(label.label()));
        node.set("metrics", JSON.valueToTree(descriptor.metrics()));
        ModelFile card = descriptor.card();
        node.put("card", card == null ? null : new String(model.read(card), StandardCharsets.UTF_8));
        node.putNull("evaluation");
        return node;
    }

    private static ClassifierReport report() {
        Random random = new Random(1);
        List<ClassifierAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            float[] shares = new float[8];
            int said = random.nextInt(7);
            float sure = 0.15f + 0.85f * random.nextFloat();
            for (int label = 0; label < 7; label++) {
                shares[label] = label == said ? sure : (1 - sure) / 6;
            }
            answers.add(new ClassifierAnswer(random.nextFloat() < sure ? said : random.nextInt(7), shares));
        }
        Scorecard card = Scorecard.of(answers, 1);
        TemperatureFit fit = TemperatureFit.of(answers);
        return new ClassifierReport(
                new ClassifierReport.Subject("guess", "none", "votes", 0),
                card,
                card,
                fit,
                new ClassifierReport.Breakdown(List.of(), List.of(), List.of(), null));
    }
}
