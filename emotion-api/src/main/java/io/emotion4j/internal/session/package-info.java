/** Detectors and classifiers made of an engine's session: what every engine has in common. */
@NullMarked
package io.emotion4j.internal.session;

import org.jspecify.annotations.NullMarked;
