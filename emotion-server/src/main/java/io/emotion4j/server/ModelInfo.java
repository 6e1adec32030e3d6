package io.emotion4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.emotion4j.Emotion;
import io.emotion4j.ModelLoadException;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ScoresSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What is known about the models, from their descriptors and cards alone: no figure is made up. */
final class ModelInfo {

    private ModelInfo() {}

    static Contract.Models models(EmotionService service) {
        return new Contract.Models(
                card(service.setup().classifier(), service.setup().labels(), service.classifier()),
                card(String.valueOf(service.setup().detector()), List.of(), service.detector()));
    }

    static Contract.Summary summary(EmotionService service) {
        List<Emotion> labels = service.setup().labels();
        Model model = service.classifier();
        ModelDescriptor descriptor = model == null ? null : model.descriptor();
        List<Long> input = descriptor == null
                ? List.of()
                : LongStream.of(descriptor
                                .input()
                                .shape(
                                        1,
                                        descriptor.input().height(),
                                        descriptor.input().width()))
                        .boxed()
                        .toList();
        return new Contract.Summary(
                descriptor == null ? null : figure(descriptor, "accuracy").orElse(null),
                names(labels),
                null,
                descriptor == null ? "" : descriptor.trainingData(),
                service.analyzer().classifier().engine(),
                input,
                service.setup().classifier(),
                List.of(1L, (long) labels.size()),
                descriptor == null ? null : figure(descriptor, "precision").orElse(null),
                descriptor == null ? "" : descriptor.version());
    }

    static List<String> names(List<Emotion> labels) {
        return labels.stream().map(Emotion::label).toList();
    }

    /**
     * The first figure with a name that ends so, such as {@code fer_plus_valid_accuracy}. Of a network with several outputs the
     * figure is meant that names the output in use: output {@code logits_fer2013} has {@code fer2013_valid_accuracy}.
     */
    static Optional<Double> figure(ModelDescriptor descriptor, String ending) {
        ScoresSpec scores = descriptor.scores();
        String output = scores == null ? "" : scores.output();
        String head = output.substring(output.indexOf('_') + 1);
        Map<String, Double> metrics = descriptor.metrics();
        List<String> names = metrics.keySet().stream()
                .filter(name -> name.equals(ending) || name.endsWith("_" + ending))
                .filter(name -> !name.contains("balanced"))
                .toList();
        return names.stream()
                .filter(name -> Arrays.asList(name.split("_")).contains(head))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(metrics::get);
    }

    private static Contract.ModelCard card(String id, List<Emotion> labels, @Nullable Model model) {
        if (model == null) {
            return new Contract.ModelCard(id, "", "", "", "", names(labels), Map.of(), null, null);
        }
        ModelDescriptor descriptor = model.descriptor();
        ModelFile card = descriptor.card();
        return new Contract.ModelCard(
                descriptor.id(),
                descriptor.version(),
                descriptor.license(),
                descriptor.trainingData(),
                descriptor.source(),
                names(labels),
                descriptor.metrics(),
                card == null ? null : new String(model.read(card), StandardCharsets.UTF_8),
                evaluation(model));
    }

    private static @Nullable JsonNode evaluation(Model model) {
        ModelFile file = model.descriptor().evaluation();
        if (file == null) {
            return null;
        }
        try {
            return Json.MAPPER.readTree(model.read(file));
        } catch (IOException e) {
            throw new ModelLoadException(
                    "Model '" + model.descriptor().id() + "' names an evaluation, " + file.path() + ", that is no JSON",
                    e);
        }
    }
}
