package io.emotion4j.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Changes the parameters of a {@link TrainingModule} by their gradients and keeps the exponential moving average of every
 * tensor. Works in place inside PyTorch. Weight decay leaves vectors (biases, batch normalisation) alone.
 */
final class Optimizer implements AutoCloseable {

    /** Filters of fewer inputs or outputs are no matrix to speak of. */
    private static final int LEAST_MATRIX = 8;

    private final OptimizerKind kind;
    private final double decay;
    private final double clip;
    private final PtNDManager manager;
    private final PtSymbolBlock script;
    private final PtNDArray[] parameters;
    private final PtNDArray[] tensors;
    private final PtNDArray[] momenta;
    private final PtNDArray[] squares;
    private final PtNDArray[] matrices;
    private final PtNDArray[] matrixMomenta;
    private final PtNDArray[] others;
    private final PtNDArray[] otherMomenta;
    private final PtNDArray[] averages;
    private long steps;

    /** @param clip largest allowed norm of all gradients together */
    Optimizer(TrainingModule module, OptimizerKind kind, double decay, double clip) {
        this.kind = kind;
        this.decay = decay;
        this.clip = clip;
        this.manager = module.manager();
        this.script = TrainingModule.load(manager, OptimizerScript.METHODS, Map.of());
        this.parameters = module.parameters();
        this.tensors = module.tensors();
        this.momenta = zeros(parameters);
        this.matrices = pick(parameters, true);
        this.matrixMomenta = pick(momenta, true);
        this.others = pick(parameters, false);
        this.otherMomenta = pick(momenta, false);
        this.squares = kind == OptimizerKind.SGD ? new PtNDArray[0] : zeros(others);
        this.averages = new PtNDArray[tensors.length];
        for (int i = 0; i < tensors.length; i++) {
            averages[i] = (PtNDArray) tensors[i].duplicate();
        }
    }

    /**
     * One step; the gradients are zero afterwards.
     *
     * @param keep share of the old moving average that is kept
     */
    void step(double rate, double keep) {
        steps++;
        TrainingModule.call(script, "clip", IValue.listFrom(parameters), IValue.from(clip));
        if (kind == OptimizerKind.SGD) {
            TrainingModule.call(
                    script,
                    "sgd",
                    IValue.listFrom(parameters),
                    IValue.listFrom(momenta),
                    IValue.from(rate),
                    IValue.from(decay));
        } else {
            if (matrices.length > 0) {
                TrainingModule.call(
                        script,
                        "muon",
                        IValue.listFrom(matrices),
                        IValue.listFrom(matrixMomenta),
                        IValue.from(rate),
                        IValue.from(decay));
            }
            TrainingModule.call(
                    script,
                    "adamw",
                    IValue.listFrom(others),
                    IValue.listFrom(otherMomenta),
                    IValue.listFrom(squares),
                    IValue.from(rate),
                    IValue.from(decay),
                    IValue.from(1 / (1 - Math.pow(0.9, (double) steps))),
                    IValue.from(1 / Math.sqrt(1 - Math.pow(0.999, (double) steps))));
        }
        TrainingModule.call(script, "average", IValue.listFrom(tensors), IValue.listFrom(averages), IValue.from(keep));
    }

    PtNDArray[] averages() {
        return averages;
    }

    /** Everything that a later step depends on beside the weights, in a fixed order. */
    List<PtNDArray> state() {
        List<PtNDArray> all = new ArrayList<>(List.of(momenta));
        all.addAll(List.of(squares));
        all.addAll(List.of(averages));
        return all;
    }

    long steps() {
        return steps;
    }

    void restoreSteps(long value) {
        steps = value;
    }

    @Override
    public void close() {
        script.close();
        state().forEach(NDArray::close);
    }

    /** Those that Muon moves, or those that it does not. */
    private PtNDArray[] pick(PtNDArray[] arrays, boolean moved) {
        return Stream.of(arrays)
                .filter(array -> (kind == OptimizerKind.MUON && isMatrix(array.getShape())) == moved)
                .toArray(PtNDArray[]::new);
    }

    private static boolean isMatrix(Shape filters) {
        return filters.dimension() == 4 && Math.min(filters.get(0), filters.get(1)) >= LEAST_MATRIX;
    }

    private static PtNDArray[] zeros(PtNDArray[] like) {
        PtNDArray[] zeros = new PtNDArray[like.length];
        for (int i = 0; i < like.length; i++) {
            zeros[i] = (PtNDArray) like[i].zerosLike();
        }
        return zeros;
    }
}
