/**
 * The shipped models' weights in the format of one engine: resources alone, below {@code META-INF/emotion4j}, beside those of {@code
 * io.emotion4j.models}, which describe them.
 */
module io.emotion4j.models.tensorflow {}
