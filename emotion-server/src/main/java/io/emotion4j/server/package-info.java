/**
 * The server: a drop-in for five kinds of expression servers, with one library call behind all of their endpoints. Begin
 * with {@link io.emotion4j.server.EmotionServer}.
 */
@NullMarked
package io.emotion4j.server;

import org.jspecify.annotations.NullMarked;
