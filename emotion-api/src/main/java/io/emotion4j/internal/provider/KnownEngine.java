package io.emotion4j.internal.provider;

import io.emotion4j.internal.haar.HaarModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engine that this project brings, so that a message can say what to add.
 *
 * @param name the engine's name
 * @param format the format that it reads
 * @param coordinate the Maven coordinate that brings it
 */
record KnownEngine(String name, String format, String coordinate) {

    static final List<KnownEngine> ALL = List.of(
            new KnownEngine("onnx", "onnx", "io.emotion4j:emotion-onnx"),
            new KnownEngine("pytorch", "torchscript", "io.emotion4j:emotion-djl"),
            new KnownEngine("tensorflow", "savedmodel", "io.emotion4j:emotion-djl"));

    /** Finds faces by cascades alone, which no other engine runs. */
    static final KnownEngine OPENCV = new KnownEngine("opencv", HaarModel.XML, "io.emotion4j:emotion-opencv");

    /** {@return the coordinate of an engine; null where it is not one of ours} */
    static @Nullable String coordinateOf(String name) {
        for (KnownEngine engine : ALL) {
            if (engine.name.equals(name)) {
                return engine.coordinate;
            }
        }
        return null;
    }
}
