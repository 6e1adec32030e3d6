package io.emotion4j.spark;

/**
 * What a {@link FacesTransformer} has done so far. Tasks that ran again count again, and a task counts when it has ended.
 *
 * @param pictures analyzed or refused
 * @param failures of them, those in the error column
 * @param faces found
 * @param decodeMillis from bytes to pixels, summed over all tasks
 * @param detectMillis finding faces, summed over all tasks
 * @param classifyMillis scoring expressions, summed over all tasks
 * @since 0.1.0
 */
public record FacesMetrics(
        long pictures, long failures, long faces, double decodeMillis, double detectMillis, double classifyMillis) {}
