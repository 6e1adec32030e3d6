package io.emotion4j.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.model.ModelTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How good a model is, as an evaluation command prints it with {@code --format json}.
 *
 * @param json the text, as it goes into the model's folder
 * @since 0.1.0
 */
public record Evaluation(String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads what a command printed.
     *
     * @param file JSON in UTF-8
     * @param task what the evaluated model is for
     * @throws IOException if it cannot be read or holds something else
     */
    public static Evaluation read(Path file, ModelTask task) throws IOException {
        boolean classifier = task == ModelTask.EMOTION_CLASSIFICATION;
        String figure = classifier ? "accuracy" : "ap";
        String text = Files.readString(file);
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (IOException e) {
            throw new IOException(file + ": not JSON: " + e.getMessage(), e);
        }
        if (!json.path(figure).isNumber()) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: expected an object with the number \"%s\", found %s; give what evaluate-%s --format json prints",
                    file,
                    figure,
                    shortened(json.toString()),
                    classifier ? "classifier" : "detector"));
        }
        return new Evaluation(text);
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
