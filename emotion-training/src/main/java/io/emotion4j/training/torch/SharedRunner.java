package io.emotion4j.training.torch;

import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs a network in inference for any number of threads at once, each with one thread of PyTorch and a copy of the network. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SharedRunner implements AutoCloseable {

    private final Network network;
    private final boolean bfloat16;
    private final Queue<NetworkRunner> idle = new ConcurrentLinkedQueue<>();

    /** @param bfloat16 whether activations are rounded to bfloat16: quicker where the processor has it, and to two or three digits */
    public SharedRunner(Network network, boolean bfloat16) {
        this.network = network;
        this.bfloat16 = bfloat16;
    }

    /**
     * Runs one batch on the thread that asks.
     *
     * @param input the batch, row-major
     * @param shape batch, channels, height, width
     * @return every output, row-major, in the network's order
     * @throws UncheckedIOException if PyTorch's copy of the network cannot be written to the temporary folder
     */
    public List<float[]> run(float[] input, long... shape) {
        TorchRuntime.setThreads(1);
        NetworkRunner runner = idle.poll();
        if (runner == null) {
            runner = open();
        }
        try {
            return runner.run(input, shape);
        } finally {
            idle.add(runner);
        }
    }

    private NetworkRunner open() {
        try {
            return new NetworkRunner(network, bfloat16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes it; no thread may be running it any more. */
    @Override
    public void close() {
        idle.forEach(NetworkRunner::close);
        idle.clear();
    }
}
