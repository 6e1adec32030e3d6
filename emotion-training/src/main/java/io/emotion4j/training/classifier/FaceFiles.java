package io.emotion4j.training.classifier;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where labelled faces to learn from lie.
 *
 * @param data as {@link io.emotion4j.evaluation.data.FaceData} reads it: {@code fer2013.csv}, or a folder a class
 * @param votes FER+ votes: line by line of a CSV file, by file name of a folder; null where there are none
 * @param weight as of a {@link FaceSource}
 * @since 0.1.0
 */
public record FaceFiles(Path data, @Nullable Path votes, double weight) {}
