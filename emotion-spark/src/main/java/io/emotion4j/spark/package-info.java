/**
 * Faces and expressions of many pictures, in Apache Spark: {@link io.emotion4j.spark.FacesTransformer} for datasets, {@link
 * io.emotion4j.spark.FacesFunction} for SQL and PySpark.
 */
@NullMarked
package io.emotion4j.spark;

import org.jspecify.annotations.NullMarked;
