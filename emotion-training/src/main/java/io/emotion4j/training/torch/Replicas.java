package io.emotion4j.training.torch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A network and copies of it that compute the gradients of a batch each at once. With a processor core each they are quicker than one that
 * shares its layers out over the cores, because they meet once a step. Not thread-safe.
 */
final class Replicas implements AutoCloseable {

    private static final String METHODS = """
              def spread(self: __torch__.Net,
                tensors: List[Tensor],
                copies: List[Tensor]) -> int:
                for i in range(torch.len(tensors)):
                  _0 = torch.copy_(torch.detach(copies[i]), torch.detach(tensors[i]))
                return 0
              def gather(self: __torch__.Net,
                params: List[Tensor],
                copies: List[Tensor]) -> int:
                for i in range(torch.len(params)):
                  _0 = torch.add_(params[i].grad, copies[i].grad)
                  _1 = torch.zero_(copies[i].grad)
                return 0
              def divide(self: __torch__.Net,
                params: List[Tensor],
                by: float) -> int:
                for i in range(torch.len(params)):
                  _0 = torch.div_(params[i].grad, by)
                return 0
            """;

    private final List<TrainingModule> modules = new ArrayList<>();
    private final PtSymbolBlock script;
    private final ExecutorService others;

    /**
     * @param module makes one
     * @param count how many, 1 or more
     * @param threads of PyTorch, each
     */
    Replicas(Supplier<TrainingModule> module, int count, int threads) {
        for (int i = 0; i < count; i++) {
            modules.add(module.get());
        }
        this.script = TrainingModule.load(first().manager(), METHODS, Map.of());
        this.others = Executors.newFixedThreadPool(Math.max(1, count - 1), work -> {
            Thread thread = new Thread(
                    () -> {
                        TorchRuntime.setThreads(threads);
                        work.run();
                    },
                    "replica");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** {@return the one whose weights are moved} */
    TrainingModule first() {
        return modules.get(0);
    }

    /**
     * Leaves the mean of the batches' gradients in the first one.
     *
     * @param batches one or more, no more than there are replicas
     * @return the means of the loss and its parts
     */
    float[] backward(List<Batch> batches) {
        TrainingModule first = first();
        List<CompletableFuture<float[]>> all = new ArrayList<>();
        for (int i = 1; i < batches.size(); i++) {
            TrainingModule copy = modules.get(i);
            TrainingModule.call(script, "spread", IValue.listFrom(first.tensors()), IValue.listFrom(copy.tensors()));
            Batch batch = batches.get(i);
            all.add(CompletableFuture.supplyAsync(() -> backward(copy, batch), others));
        }
        float[] sums = besides(all, () -> backward(first, batches.get(0)));
        for (int i = 1; i < batches.size(); i++) {
            float[] values = all.get(i - 1).join();
            TrainingModule.call(
                    script,
                    "gather",
                    IValue.listFrom(first.parameters()),
                    IValue.listFrom(modules.get(i).parameters()));
            IntStream.range(0, sums.length).forEach(part -> sums[part] += values[part]);
        }
        if (batches.size() > 1) {
            TrainingModule.call(
                    script, "divide", IValue.listFrom(first.parameters()), IValue.from((double) batches.size()));
            IntStream.range(0, sums.length).forEach(part -> sums[part] /= batches.size());
        }
        return sums;
    }

    /** What this thread computes beside the others; none goes on before all have ended. */
    private static float[] besides(List<CompletableFuture<float[]>> others, Supplier<float[]> own) {
        CompletableFuture<Void> all = CompletableFuture.allOf(others.toArray(CompletableFuture[]::new));
        try {
            return own.get();
        } finally {
            all.handle((nothing, failure) -> failure == null).join();
        }
    }

    private static float[] backward(TrainingModule module, Batch batch) {
        try (NDManager scope = module.manager().newSubManager()) {
            NDList inputs = new NDList();
            for (Batch.Part part : batch.parts()) {
                inputs.add(scope.create(part.values(), new Shape(part.shape())));
            }
            return module.backward(inputs);
        }
    }

    @Override
    public void close() {
        others.shutdown();
        script.close();
        modules.forEach(TrainingModule::close);
    }
}
