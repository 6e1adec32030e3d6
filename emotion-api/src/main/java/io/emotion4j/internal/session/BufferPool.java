package io.emotion4j.internal.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few direct buffers that are used again and again: allocating one costs more than filling it. Whoever takes a buffer owns
 * it until giving it back. Lock-free.
 */
final class BufferPool {

    private final AtomicReferenceArray<FloatBuffer> spare;

    BufferPool(int size) {
        this.spare = new AtomicReferenceArray<>(size);
    }

    /** A pool with a buffer for each thread that the machine runs at once. */
    static BufferPool perProcessor() {
        return new BufferPool(Runtime.getRuntime().availableProcessors());
    }

    /** {@return a direct buffer in native order, position 0 and limit {@code floats}, holding whatever it held} */
    FloatBuffer take(int floats) {
        for (int i = 0; i < spare.length(); i++) {
            FloatBuffer buffer = spare.getAndSet(i, null);
            if (buffer != null && buffer.capacity() >= floats) {
                return buffer.clear().limit(floats);
            }
            // One that is too small is dropped: the next request is likely to be as large as this one.
        }
        return allocate(floats);
    }

    /** Takes a buffer back; when the pool is full it is left to the garbage collector. */
    void give(FloatBuffer buffer) {
        for (int i = 0; i < spare.length(); i++) {
            if (spare.compareAndSet(i, null, buffer)) {
                return;
            }
        }
    }

    static FloatBuffer allocate(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
