package io.emotion4j.model;

import io.emotion4j.NoProviderException;
import io.emotion4j.internal.haar.HaarModel;
import io.emotion4j.internal.haar.HaarSettings;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.mtcnn.MtcnnModel;
import io.emotion4j.internal.service.Decoders;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in what a descriptor says of input, constants, thresholds, decoder and golden pair.
 *
 * @param check takes what is wrong
 * @param json the descriptor
 * @param unreadable takes the keys whose values cannot be read
 */
record NetworkPartsCheck(PartCheck check, JsonObject json, Set<String> unreadable) {

    /** {@return the input; one of gray pixels where it cannot be read} */
    InputSpec input(boolean fixed) {
        InputSpec[] found = new InputSpec[1];
        check.part(() -> {
            JsonObject input = json.object("input");
            check.unknownKeys("input", input, DescriptorKeys.of("input"));
            for (String key : List.of("width", "height")) {
                check.part(() -> input.of(List.of(key), Map.of(key, 1.0)).whole(key));
            }
            Map<String, Object> right = right(input);
            Map<String, List<String>> together = Map.of(
                    "width", List.of("width", "height"),
                    "height", List.of("width", "height"),
                    "multipleOf", List.of("width", "height", "multipleOf"),
                    "enlargeTo", List.of("width", "height", "multipleOf", "enlargeTo"),
                    "mean", List.of("mean", "channels"),
                    "std", List.of("std", "channels"));
            found[0] = check.read(input, right, together, part -> InputReader.read(part, fixed));
        });
        if (found[0] == null) {
            unreadable.add("input");
            return InputSpec.builder("unreadable").build();
        }
        return found[0];
    }

    /** For the channels that the input has, where that can be read. */
    private static Map<String, Object> right(JsonObject input) {
        ChannelOrder channels = ChannelOrder.GRAY;
        try {
            channels = input.choice("channels", ChannelOrder.values(), Enum::name);
        } catch (JsonException e) {
            // Told when it is read as a part.
        }
        Map<String, Object> right = new HashMap<>();
        right.put("name", "input");
        right.put("width", 1.0);
        right.put("height", 1.0);
        right.put("layout", TensorLayout.NCHW.name());
        right.put("channels", channels.name());
        right.put("scale", 1.0);
        right.put("mean", Collections.nCopies(channels.count(), 0.0));
        right.put("std", Collections.nCopies(channels.count(), 1.0));
        return right;
    }

    /** {@return those that can be read} */
    Map<String, ConstantSpec> constants() {
        Map<String, ConstantSpec> constants = new LinkedHashMap<>();
        check.part(() -> {
            JsonObject named =
                    json.of(List.of("constants"), Map.of("constants", Map.of())).object("constants");
            for (String name : named.keys()) {
                if (!named.isNumber(name)) {
                    check.part(() ->
                            check.unknownKeys("constants." + name, named.object(name), DescriptorKeys.of("constant")));
                }
                if (!check.part(() -> constants.put(name, DescriptorReader.constant(named, name)))) {
                    unreadable.add("constants");
                }
            }
        });
        return constants;
    }

    /** {@return the thresholds; null where they cannot be read} */
    @Nullable
    ThresholdSpec thresholds() {
        @Nullable ThresholdSpec[] found = new ThresholdSpec[1];
        check.part(() -> {
            JsonObject thresholds = json.object("thresholds");
            check.unknownKeys("thresholds", thresholds, DescriptorKeys.of("thresholds"));
            found[0] = check.read(
                    thresholds,
                    Map.of("score", 0.5, "nms", 0.5),
                    Map.of("voters", List.of("voting", "voters")),
                    DescriptorReader::thresholds);
        });
        return found[0];
    }

    /** Each setting alone, then all of them: which there are and what they may be is the decoder's business. */
    void decoder(String architecture) {
        Consumer<DecoderSpec> reader = settings(architecture);
        check.part(() -> {
            Map<String, Object> settings = json.of(List.of("decoder"), Map.of("decoder", Map.of()))
                    .object("decoder")
                    .asValues();
            int before = check.problems().size();
            settings.forEach((key, value) -> setting(Map.of(key, value), reader));
            if (check.problems().size() == before) {
                setting(settings, reader);
            }
        });
    }

    private void setting(Map<String, Object> settings, Consumer<DecoderSpec> reader) {
        try {
            reader.accept(DecoderSpec.of(settings));
        } catch (IllegalArgumentException e) {
            check.add("Key " + e.getMessage());
        } catch (NoProviderException e) {
            // Two decoders of one architecture, each of another jar.
            check.add(String.valueOf(e.getMessage()));
        }
    }

    private static Consumer<DecoderSpec> settings(String architecture) {
        if (architecture.equals(MtcnnModel.ARCHITECTURE)) {
            return MtcnnModel::checkSettings;
        }
        if (architecture.equals(HaarModel.ARCHITECTURE)) {
            return HaarSettings::of;
        }
        if (!Decoders.know(architecture)) {
            return settings -> {};
        }
        return settings -> Decoders.of(architecture).with(settings);
    }

    /** Whether the golden pair goes with the input and the outputs, as far as these can be read. */
    void golden(InputSpec input, ModelDescriptorBuilder model) {
        if (!json.keys().contains("golden")) {
            return;
        }
        check.part(() -> {
            JsonObject golden = json.object("golden");
            check.unknownKeys("golden", golden, DescriptorKeys.of("golden"));
            int before = check.problems().size();
            new GoldenPartsCheck(check, golden)
                    .run(
                            unreadable.contains("input") ? null : input,
                            unreadable.contains("outputs") ? null : model.outputs);
            if (check.problems().size() == before && !unreadable.contains("input") && !unreadable.contains("outputs")) {
                model.golden(GoldenReader.read(golden, DescriptorReader.file(golden), input, model.outputs));
            }
        });
    }
}
