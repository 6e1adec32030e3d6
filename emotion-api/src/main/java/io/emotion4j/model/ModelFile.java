package io.emotion4j.model;

/**
 * A file of a model. Whoever reads it checks size and hash.
 *
 * @param path relative to the descriptor, with forward slashes, never upwards
 * @param sha256 64 lower-case hexadecimal digits
 * @param bytes size
 */
public record ModelFile(String path, String sha256, long bytes) {}
