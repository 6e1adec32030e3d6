/** A model, as its {@code model.json} describes it, and where its files come from. */
@NullMarked
package io.emotion4j.model;

import org.jspecify.annotations.NullMarked;
