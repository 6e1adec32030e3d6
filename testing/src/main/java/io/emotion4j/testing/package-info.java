/** What the tests of several modules share: pictures, a clip, programs in processes of their own. Not published. */
package io.emotion4j.testing;
