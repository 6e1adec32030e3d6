package io.emotion4j.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Compares tokens in a time that tells nothing about them. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] expected;

    /** With null where everybody may call. */
    BearerToken(@Nullable String token) {
        this.expected = token == null ? null : digest(token);
    }

    boolean allows(@Nullable String authorization) {
        if (expected == null) {
            return true;
        }
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        // Digests are of equal length, so not even the length of the token shows.
        return MessageDigest.isEqual(
                expected, digest(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
