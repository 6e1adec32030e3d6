package io.emotion4j.internal.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Fetches a file: address, SHA-256, folder. */
public final class FetchProgram {

    private FetchProgram() {}

    public static void main(String[] args) throws IOException {
        new Fetch(URI.create(args[0]), args[1], 1 << 20, (done, total) -> {}).into(Path.of(args[2]), false);
    }
}
