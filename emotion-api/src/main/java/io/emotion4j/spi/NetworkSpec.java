package io.emotion4j.spi;

import io.emotion4j.model.ConstantSpec;
import io.emotion4j.model.ModelDescriptor;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine needs to know of a network beside its weights. Immutable.
 *
 * @param id for messages: the model's id
 * @param input the name of the input that pictures go into
 * @param outputs the names of its outputs, in the order in which a session gives them
 * @param constants values of all other inputs, the same in every run, by name; in the order in which they follow the pictures where
 *     inputs have no names
 * @since 0.1.0
 */
public record NetworkSpec(String id, String input, List<String> outputs, Map<String, Tensor> constants) {

    /** Copies list and map. */
    public NetworkSpec {
        outputs = List.copyOf(outputs);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /**
     * A network of one input.
     *
     * @param id for messages: the model's id
     * @param input the name of its one input
     * @param outputs the names of its outputs
     */
    public NetworkSpec(String id, String input, List<String> outputs) {
        this(id, input, outputs, Map.of());
    }

    /**
     * The network of a model.
     *
     * @param model what the model says about itself
     * @return what an engine needs of it
     */
    public static NetworkSpec of(ModelDescriptor model) {
        Map<String, Tensor> constants = new LinkedHashMap<>();
        model.constants().forEach((name, constant) -> constants.put(name, tensor(constant)));
        return new NetworkSpec(model.id(), model.input().name(), model.outputs(), constants);
    }

    private static Tensor tensor(ConstantSpec constant) {
        FloatBuffer numbers = FloatBuffer.allocate(constant.values().size());
        constant.values().forEach(value -> numbers.put(value.floatValue()));
        return Tensor.converted(
                ElementType.of(constant.type()),
                numbers.flip(),
                constant.shape().stream().mapToLong(Long::longValue).toArray());
    }
}
