package io.emotion4j.internal.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few direct buffers that are used again and again: allocating one costs more than filling it. Whoever takes a buffer owns
 * it until giving it back. Lock-free.
 */
final class BufferPool {

    private final AtomicReferenceArray<ByteBuffer> spare;

    BufferPool(int size) {
        this.spare = new AtomicReferenceArray<>(size);
    }

    /** A pool with a buffer for each thread that the machine runs at once. */
    static BufferPool perProcessor() {
        return new BufferPool(Runtime.getRuntime().availableProcessors());
    }

    /** {@return a direct buffer in native order, position 0 and limit {@code bytes}, holding whatever it held} */
    ByteBuffer take(int bytes) {
        for (int i = 0; i < spare.length(); i++) {
            ByteBuffer buffer = spare.getAndSet(i, null);
            if (buffer != null && buffer.capacity() >= bytes) {
                return buffer.clear().limit(bytes);
            }
            // One that is too small is dropped: the next request is likely to be as large as this one.
        }
        return allocate(bytes);
    }

    /** Takes a buffer back; when the pool is full it is left to the garbage collector. */
    void give(ByteBuffer buffer) {
        for (int i = 0; i < spare.length(); i++) {
            if (spare.compareAndSet(i, null, buffer)) {
                return;
            }
        }
    }

    static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** {@return so many, in bytes} */
    static int floats(int count) {
        return Math.multiplyExact(count, Float.BYTES);
    }
}
