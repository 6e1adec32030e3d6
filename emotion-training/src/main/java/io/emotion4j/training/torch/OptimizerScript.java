package io.emotion4j.training.torch;

/**
 * What {@link Optimizer} does inside PyTorch, as TorchScript methods that work in place: {@code clip} the gradients, one step by
 * {@code sgd}, {@code adamw} or {@code muon}, each of which leaves the gradients at zero, and the moving {@code average}.
 */
final class OptimizerScript {

    static final String METHODS = """
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
              def muon(self: __torch__.Net,
                params: List[Tensor],
                momenta: List[Tensor],
                rate: float,
                decay: float) -> int:
                for i in range(torch.len(params)):
                  g = params[i].grad
                  p = torch.detach(params[i])
                  m = momenta[i]
                  rows = torch.size(p, 0)
                  _1 = torch.add_(torch.mul_(m, 0.94999999999999996), g)
                  u = torch.reshape(torch.add(g, m, alpha=0.94999999999999996), [rows, -1])
                  columns = torch.size(u, 1)
                  if torch.gt(rows, columns):
                    x = torch.t(u)
                  else:
                    x = u
                  x = torch.div(x, torch.add(torch.sqrt(torch.sum(torch.mul(x, x))), 9.9999999999999995e-08))
                  for j in range(5):
                    a = torch.matmul(x, torch.t(x))
                    b = torch.add(torch.mul(a, -4.7750000000000004), torch.matmul(a, a), alpha=2.0314999999999999)
                    x = torch.add(torch.mul(x, 3.4445000000000001), torch.matmul(b, x))
                  if torch.gt(rows, columns):
                    y = torch.t(x)
                    longer = rows
                  else:
                    y = x
                    longer = columns
                  step = torch.mul(torch.mul(rate, 0.20000000000000001), torch.sqrt(longer))
                  _2 = torch.mul_(p, torch.sub(1., torch.mul(rate, decay)))
                  _3 = torch.add_(p, torch.reshape(y, torch.size(p)), alpha=torch.neg(step))
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

    private OptimizerScript() {}
}
