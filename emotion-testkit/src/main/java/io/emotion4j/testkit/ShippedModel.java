package io.emotion4j.testkit;

import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;

/** The models of {@code emotion-models}. */
final class ShippedModel {

    private ShippedModel() {}

    static Model detector() {
        return of(ModelTask.FACE_DETECTION);
    }

    static Model classifier() {
        return of(ModelTask.EMOTION_CLASSIFICATION);
    }

    private static Model of(ModelTask task) {
        return Model.shipped().stream()
                .filter(model -> model.descriptor().task() == task)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No model for " + task.key()
                                        + " on the class path; add io.emotion4j:emotion-models in test scope, or override the contract's model"));
    }
}
