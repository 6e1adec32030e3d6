/** How good a classifier is: accuracy, confusion, calibration, and where it fails. */
@NullMarked
package io.emotion4j.evaluation.classifier;

import org.jspecify.annotations.NullMarked;
