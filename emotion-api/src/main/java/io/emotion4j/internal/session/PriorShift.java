package io.emotion4j.internal.session;

import io.emotion4j.ClassPrior;
import io.emotion4j.Emotion;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.PriorSpec;
import java.util.List;
import java.util.Objects;

/** What is added to each label's logit, so that it is one of data with other shares than the training data: see {@link ClassPrior}. */
final class PriorShift {

    private PriorShift() {}

    /** {@return a number a label; none where nothing is to be added} */
    static float[] of(ModelDescriptor model, ClassPrior wanted) {
        if (wanted.strength() == 0) {
            return new float[0];
        }
        List<Emotion> labels = model.labels();
        PriorSpec trained = model.prior();
        if (trained == null) {
            throw new IllegalArgumentException(
                    "Model '" + model.id() + "' cannot be corrected to a prior: its descriptor "
                            + "does not say how often its training data showed each expression; say so in \"prior\", or ask for none");
        }
        if (!wanted.expected().isEmpty() && !wanted.expected().keySet().containsAll(labels)) {
            throw new IllegalArgumentException("A prior for model '" + model.id() + "' needs a share for each of its "
                    + "labels " + labels + ", found " + wanted.expected());
        }
        float[] shift = new float[labels.size()];
        for (int i = 0; i < shift.length; i++) {
            double expected = wanted.expected().getOrDefault(labels.get(i), 1f);
            double share =
                    Objects.requireNonNull(trained.shares().get(labels.get(i)), "checked when the model is read");
            shift[i] = (float) (wanted.strength() * Math.log(expected / share));
        }
        return shift;
    }
}
