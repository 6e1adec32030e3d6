/** What a training run's folder says of it: how it was started, and its figures drawn. */
@NullMarked
package io.emotion4j.training.run;

import org.jspecify.annotations.NullMarked;
