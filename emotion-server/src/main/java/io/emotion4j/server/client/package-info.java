/** A client that calls every endpoint of the server, and one that puts load on it. */
@NullMarked
package io.emotion4j.server.client;

import org.jspecify.annotations.NullMarked;
