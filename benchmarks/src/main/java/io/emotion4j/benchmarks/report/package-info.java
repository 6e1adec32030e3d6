/** What was measured, as JMH's JSON; the ratios that count; Markdown and a plot of them. */
@NullMarked
package io.emotion4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
