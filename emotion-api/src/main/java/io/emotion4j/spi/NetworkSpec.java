package io.emotion4j.spi;

import io.emotion4j.model.ModelDescriptor;
import java.util.List;

/**
 * What an engine needs to know of a network beside its weights. Immutable.
 *
 * @param id for messages: the model's id
 * @param input the name of its one input
 * @param outputs the names of its outputs, in the order in which a session gives them
 * @since 0.1.0
 */
public record NetworkSpec(String id, String input, List<String> outputs) {

    /** Copies the list. */
    public NetworkSpec {
        outputs = List.copyOf(outputs);
    }

    /**
     * The network of a model.
     *
     * @param model what the model says about itself
     * @return what an engine needs of it
     */
    public static NetworkSpec of(ModelDescriptor model) {
        return new NetworkSpec(model.id(), model.input().name(), model.outputs());
    }
}
