package io.emotion4j.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image must carry: the shipped models and the native libraries of ONNX Runtime. */
final class EmotionRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources()
                .registerPattern("META-INF/emotion4j/*")
                .registerPattern("META-INF/emotion4j/**")
                .registerPattern("META-INF/services/io.emotion4j.*")
                // Not what lies deeper: symbols for debuggers.
                .registerPattern("ai/onnxruntime/native/*/*");
    }
}
