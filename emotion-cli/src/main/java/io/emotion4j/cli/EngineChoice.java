package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.spi.EngineOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which engine and device a command's models run. */
public final class EngineChoice {

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "onnx, pytorch or tensorflow; default: the best found")
    private @Nullable String engine;

    @Option(names = "--device", paramLabel = "NAME", description = "cpu, or for example cuda:0; default: cpu")
    private @Nullable String device;

    /** For the commands. */
    public EngineChoice() {}

    /**
     * Tells a builder what the user chose.
     *
     * @param builder of the command
     * @return the same
     * @throws IllegalArgumentException naming the option, if there is no such device
     */
    public EmotionAnalyzerBuilder set(EmotionAnalyzerBuilder builder) {
        AnalyzerOptions.set("--engine", engine, builder::engine);
        AnalyzerOptions.set("--device", device, builder::device);
        return builder;
    }

    @Nullable
    String name() {
        return engine;
    }

    /**
     * For what opens no analyzer.
     *
     * @throws WrongOptionException if there is no such device
     */
    EngineOptions options() {
        try {
            return EngineOptions.builder().device(device()).build();
        } catch (IllegalArgumentException e) {
            throw new WrongOptionException(new IllegalArgumentException("--device: " + e.getMessage(), e));
        }
    }

    String device() {
        return device == null ? "cpu" : device;
    }
}
