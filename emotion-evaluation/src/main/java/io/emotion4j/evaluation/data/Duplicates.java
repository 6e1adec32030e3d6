package io.emotion4j.evaluation.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** Finds pictures whose pixels equal those of an earlier one. Keeps a SHA-256 a picture and no pixels. */
final class Duplicates {

    private final Set<String> seen = new HashSet<>();
    private final MessageDigest digest;

    Duplicates() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** {@return whether these pixels came before} */
    boolean add(byte[] pixels, int width) {
        return !seen.add(width + " " + HexFormat.of().formatHex(digest.digest(pixels)));
    }
}
