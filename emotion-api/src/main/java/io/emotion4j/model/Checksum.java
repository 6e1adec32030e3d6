package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256. */
final class Checksum {

    private Checksum() {}

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Compares a file with what its descriptor says.
     *
     * @param name the file's full name
     * @param expected what the descriptor says
     * @param found its bytes, cut one past the expected size
     * @throws ModelLoadException if size or hash differ
     */
    static void check(String name, ModelFile expected, byte[] found) {
        if (found.length != expected.bytes()) {
            String size = found.length > expected.bytes() ? "more" : found.length + " bytes";
            throw new ModelLoadException("Model file " + name + " differs from its descriptor: expected "
                    + expected.bytes() + " bytes, found " + size + "; get the file again, or correct the descriptor");
        }
        String sha256 = sha256(found);
        if (!sha256.equals(expected.sha256())) {
            throw new ModelLoadException("Model file " + name + " differs from its descriptor: expected SHA-256 "
                    + expected.sha256() + ", found " + sha256 + "; get the file again, or correct the descriptor");
        }
    }
}
