package io.emotion4j.internal.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** Held by one thread of one process at a time. Ends with the process, however that ends. */
final class FetchLock implements AutoCloseable {

    private static final ConcurrentMap<Path, ReentrantLock> OWN = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel channel;
    private final FileLock processes;

    private FetchLock(ReentrantLock threads, FileChannel channel, FileLock processes) {
        this.threads = threads;
        this.channel = channel;
        this.processes = processes;
    }

    /** Waits for it. */
    @SuppressWarnings("LockNotBeforeTry") // released by close
    static FetchLock of(Path file) throws IOException {
        ReentrantLock threads = OWN.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        threads.lock();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new FetchLock(threads, channel, channel.lock());
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            threads.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            processes.release();
        } finally {
            threads.unlock();
        }
    }
}
