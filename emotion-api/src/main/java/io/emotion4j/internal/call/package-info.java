/** Calls in flight: how many run at once, when one is to end early, and closing while they run. */
@NullMarked
package io.emotion4j.internal.call;

import org.jspecify.annotations.NullMarked;
