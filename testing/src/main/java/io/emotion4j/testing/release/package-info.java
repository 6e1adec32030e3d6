/** What a release must have before it goes to Maven Central; {@code testing/check-release} uses it. */
package io.emotion4j.testing.release;
