package io.emotion4j.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import java.util.Map;

/**
 * Sharpness-aware minimisation (Foret et al. 2021): before a step the weights are moved by a fixed distance to where the loss grows
 * fastest, and the gradients of that place make the step from where the weights were. So weights are found around which the loss is low
 * everywhere, which are right more often on what was not learnt. What batch normalisation measured at the moved weights is forgotten.
 */
final class SharpnessAware implements AutoCloseable {

    private static final String METHODS = """
              def ascend(self: __torch__.Net,
                params: List[Tensor],
                tensors: List[Tensor],
                kept: List[Tensor],
                radius: float) -> int:
                total = torch.zeros([])
                for i in range(torch.len(params)):
                  g = params[i].grad
                  total = torch.add(total, torch.sum(torch.mul(g, g)))
                factor = torch.mul(torch.reciprocal(torch.add(torch.sqrt(total), 9.9999999999999995e-07)), radius)
                for j in range(torch.len(tensors)):
                  _0 = torch.copy_(kept[j], torch.detach(tensors[j]))
                for k in range(torch.len(params)):
                  h = params[k].grad
                  _1 = torch.add_(torch.detach(params[k]), torch.mul(h, factor))
                  _2 = torch.zero_(h)
                return 0
              def descend(self: __torch__.Net,
                tensors: List[Tensor],
                kept: List[Tensor]) -> int:
                for i in range(torch.len(tensors)):
                  _0 = torch.copy_(torch.detach(tensors[i]), kept[i])
                return 0
            """;

    private final double radius;
    private final PtSymbolBlock script;
    private final PtNDArray[] parameters;
    private final PtNDArray[] tensors;
    private final PtNDArray[] kept;

    /** @param radius how far the weights are moved, as the norm of all of them together, above 0 */
    SharpnessAware(TrainingModule module, double radius) {
        this.radius = radius;
        this.script = TrainingModule.load(module.manager(), METHODS, Map.of());
        this.parameters = module.parameters();
        this.tensors = module.tensors();
        this.kept = new PtNDArray[tensors.length];
        for (int i = 0; i < tensors.length; i++) {
            kept[i] = (PtNDArray) tensors[i].duplicate();
        }
    }

    /** Moves the weights along their gradients, which are zero afterwards. */
    void ascend() {
        TrainingModule.call(
                script,
                "ascend",
                IValue.listFrom(parameters),
                IValue.listFrom(tensors),
                IValue.listFrom(kept),
                IValue.from(radius));
    }

    /** Moves the weights back; the gradients stay. */
    void descend() {
        TrainingModule.call(script, "descend", IValue.listFrom(tensors), IValue.listFrom(kept));
    }

    @Override
    public void close() {
        script.close();
        for (NDArray array : kept) {
            array.close();
        }
    }
}
