package io.emotion4j.testkit;

import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;

/** The models of {@code emotion-models}. */
final class ShippedModel {

    private ShippedModel() {}

    static Model detector() {
        return Model.shipped(ModelTask.FACE_DETECTION);
    }

    static Model classifier() {
        return Model.shipped(ModelTask.EMOTION_CLASSIFICATION);
    }
}
