package io.emotion4j.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.emotion4j.internal.files.WholeFile;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run was started with: {@value #FILE} in its folder. A run that is started again on the folder is the same run only
 * with the same options and data.
 *
 * @param arguments of the command line, the command's name first
 * @param options every option that may change the result, by its name; that of the seed is {@code --seed}
 * @param data in the order of the options
 * @param sizes faces, pictures, parameters: for people
 * @since 0.1.0
 */
public record RunRecord(
        List<String> arguments, Map<String, String> options, List<Fingerprint> data, Map<String, Long> sizes) {

    /** File name of the record in the run's folder. */
    public static final String FILE = "run.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    /** Copies lists and maps. */
    public RunRecord {
        arguments = List.copyOf(arguments);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        data = List.copyOf(data);
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    /** {@return the command as a shell takes it} */
    public String command() {
        return arguments.stream().map(RunRecord::quoted).collect(Collectors.joining(" "));
    }

    /**
     * Writes the record of a run that begins, or compares it with that of the run that goes on.
     *
     * @param folder of the run; made where there is none
     * @param changesAllowed whether a run goes on although its options or data differ; the old record is then kept under "before"
     * @return what is to be said to the user
     * @throws IOException naming what differs
     */
    public List<String> begin(Path folder, boolean changesAllowed) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        List<String> notes = new ArrayList<>();
        ObjectNode json = json();
        if (Files.exists(folder.resolve(TrainingRun.CHECKPOINT))) {
            if (!Files.exists(file)) {
                notes.add("The run in " + folder + " goes on, though it has no " + FILE
                        + " to tell whether it was started with these options");
            } else {
                JsonNode before = read(file);
                List<String> differences = differences(before);
                if (differences.isEmpty()) {
                    return notes;
                }
                String all = String.join("; ", differences);
                if (!changesAllowed) {
                    throw new IOException(
                            "The run in " + folder + " was started otherwise: " + all
                                    + ". Start it as before, take another folder, or let it go on all the same (--allow-changes)");
                }
                notes.add("The run in " + folder + " goes on otherwise than it was started: " + all);
                json.set("before", before);
            }
        }
        byte[] record = (PRETTY.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(record));
        return notes;
    }

    private List<String> differences(JsonNode before) {
        List<String> differences = new ArrayList<>();
        Map<String, String> old = new LinkedHashMap<>();
        before.path("options")
                .properties()
                .forEach(e -> old.put(e.getKey(), e.getValue().asText()));
        options.forEach((name, value) -> {
            String was = old.remove(name);
            if (!value.equals(was)) {
                differences.add(name + " was " + (was == null ? "not there" : was) + ", is " + value);
            }
        });
        old.forEach((name, was) -> differences.add(name + " was " + was + ", is not there"));
        JsonNode prints = before.path("data");
        for (int i = 0; i < Math.max(prints.size(), data.size()); i++) {
            if (i >= data.size()) {
                differences.add(prints.get(i).path("path").asText() + " is no longer given");
            } else if (i >= prints.size()) {
                differences.add(data.get(i).path() + " was not given");
            } else if (!data.get(i).sameAs(print(prints.get(i)))) {
                differences.add(data.get(i).option() + " " + data.get(i).path() + " is not what "
                        + prints.get(i).path("option").asText() + " "
                        + prints.get(i).path("path").asText() + " was");
            }
        }
        return differences;
    }

    private static Fingerprint print(JsonNode json) {
        return new Fingerprint(
                json.path("option").asText(),
                json.path("path").asText(),
                json.path("files").asInt(),
                json.path("bytes").asLong(),
                json.path("sha256").asText());
    }

    private ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("command", command());
        json.put("seed", options.getOrDefault("--seed", ""));
        json.put("version", version());
        json.put("java", System.getProperty("java.vm.version"));
        json.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        ObjectNode values = json.putObject("options");
        options.forEach(values::put);
        ObjectNode counts = json.putObject("sizes");
        sizes.forEach(counts::put);
        ArrayNode prints = json.putArray("data");
        for (Fingerprint print : data) {
            prints.addObject()
                    .put("option", print.option())
                    .put("path", print.path())
                    .put("files", print.files())
                    .put("bytes", print.bytes())
                    .put("sha256", print.sha256());
        }
        return json;
    }

    /**
     * Reads what a run's record says.
     *
     * @param folder of the run
     * @param name {@code command} or {@code seed}
     * @return the text; empty where there is no record, or it does not say
     * @throws IOException if the record cannot be read
     */
    public static Optional<String> read(Path folder, String name) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(read(file).path(name).asText()).filter(text -> !text.isEmpty());
    }

    private static JsonNode read(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IOException(file + ": not JSON: " + e.getMessage(), e);
        }
    }

    private static String version() {
        String version = RunRecord.class.getPackage().getImplementationVersion();
        return version == null ? "not built as a jar" : version;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
