/** Faces and the expressions that they show, as columns of a table of pictures in Apache Spark. */
@NullMarked
package io.emotion4j.spark;

import org.jspecify.annotations.NullMarked;
