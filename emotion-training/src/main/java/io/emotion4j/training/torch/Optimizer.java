package io.emotion4j.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes the parameters of a {@link TrainingModule} by their gradients and keeps the exponential moving average of every
 * tensor. Works in place inside PyTorch. Weight decay leaves vectors (biases, batch normalisation) alone.
 */
final class Optimizer implements AutoCloseable {

    /** Stochastic gradient descent with Nesterov momentum 0.9, or AdamW (Loshchilov and Hutter 2019; betas 0.9, 0.999). */
    enum Kind {
        SGD,
        ADAMW
    }

    private static final String METHODS = """
              def clip(self: __torch__.Net,
                params: List[Tensor],
                largest: float) -> Tensor:
                total = torch.zeros([])
                for i in range(torch.len(params)):
                  g = params[i].grad
                  total = torch.add(total, torch.sum(torch.mul(g, g)))
                norm = torch.sqrt(total)
                factor = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 9.9999999999999995e-07)), largest), None, 1.)
                for j in range(torch.len(params)):
                  _0 = torch.mul_(params[j].grad, factor)
                return norm
              def sgd(self: __torch__.Net,
                params: List[Tensor],
                momenta: List[Tensor],
                rate: float,
                decay: float) -> int:
                for i in range(torch.len(params)):
                  g = params[i].grad
                  p = torch.detach(params[i])
                  m = momenta[i]
                  if torch.gt(torch.dim(p), 1):
                    _0 = torch.add_(g, p, alpha=decay)
                  else:
                    pass
                  _1 = torch.add_(torch.mul_(m, 0.90000000000000002), g)
                  _2 = torch.add_(g, m, alpha=0.90000000000000002)
                  _3 = torch.add_(p, g, alpha=torch.neg(rate))
                  _4 = torch.zero_(g)
                return 0
              def adamw(self: __torch__.Net,
                params: List[Tensor],
                momenta: List[Tensor],
                squares: List[Tensor],
                rate: float,
                decay: float,
                correction1: float,
                correction2: float) -> int:
                for i in range(torch.len(params)):
                  g = params[i].grad
                  p = torch.detach(params[i])
                  m = momenta[i]
                  s = squares[i]
                  if torch.gt(torch.dim(p), 1):
                    _0 = torch.mul_(p, torch.sub(1., torch.mul(rate, decay)))
                  else:
                    pass
                  _1 = torch.add_(torch.mul_(m, 0.90000000000000002), g, alpha=0.10000000000000001)
                  _2 = torch.addcmul_(torch.mul_(s, 0.999), g, g, value=0.001)
                  d = torch.add(torch.mul(torch.sqrt(s), correction2), 1e-08)
                  _3 = torch.addcdiv_(p, m, d, value=torch.neg(torch.mul(rate, correction1)))
                  _4 = torch.zero_(g)
                return 0
              def average(self: __torch__.Net,
                tensors: List[Tensor],
                averages: List[Tensor],
                keep: float) -> int:
                for i in range(torch.len(tensors)):
                  a = averages[i]
                  _0 = torch.lerp_(a, torch.detach(tensors[i]), torch.sub(1., keep))
                return 0
            """;

    private final Kind kind;
    private final double decay;
    private final double clip;
    private final PtNDManager manager;
    private final PtSymbolBlock script;
    private final PtNDArray[] parameters;
    private final PtNDArray[] tensors;
    private final PtNDArray[] momenta;
    private final PtNDArray[] squares;
    private final PtNDArray[] averages;
    private long steps;

    /** @param clip largest allowed norm of all gradients together */
    Optimizer(TrainingModule module, Kind kind, double decay, double clip) {
        this.kind = kind;
        this.decay = decay;
        this.clip = clip;
        this.manager = module.manager();
        this.script = TrainingModule.load(manager, METHODS, Map.of());
        this.parameters = module.parameters();
        this.tensors = module.tensors();
        this.momenta = zeros(parameters);
        this.squares = kind == Kind.ADAMW ? zeros(parameters) : new PtNDArray[0];
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
        call("clip", IValue.listFrom(parameters), IValue.from(clip));
        if (kind == Kind.SGD) {
            call("sgd", IValue.listFrom(parameters), IValue.listFrom(momenta), IValue.from(rate), IValue.from(decay));
        } else {
            call(
                    "adamw",
                    IValue.listFrom(parameters),
                    IValue.listFrom(momenta),
                    IValue.listFrom(squares),
                    IValue.from(rate),
                    IValue.from(decay),
                    IValue.from(1 / (1 - Math.pow(0.9, (double) steps))),
                    IValue.from(1 / Math.sqrt(1 - Math.pow(0.999, (double) steps))));
        }
        call("average", IValue.listFrom(tensors), IValue.listFrom(averages), IValue.from(keep));
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

    private void call(String method, IValue... arguments) {
        IValueUtils.runMethod(script, method, arguments).close();
        for (IValue argument : arguments) {
            argument.close();
        }
    }

    private static PtNDArray[] zeros(PtNDArray[] like) {
        PtNDArray[] zeros = new PtNDArray[like.length];
        for (int i = 0; i < like.length; i++) {
            zeros[i] = (PtNDArray) like[i].zerosLike();
        }
        return zeros;
    }
}
