package io.emotion4j.testing.release;

import java.util.function.UnaryOperator;

/**
 * A dependency of a POM; what it does not say is empty.
 *
 * @param group its group
 * @param artifact its artifact
 * @param version its version
 * @param classifier its classifier
 * @param scope its scope
 * @param optional whether it is for the build of the jar alone
 */
record ReleasedDependency(
        String group, String artifact, String version, String classifier, String scope, boolean optional) {

    /** {@code group:artifact}, with the classifier where there is one. */
    String name() {
        return group + ":" + artifact + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    /** Whether a program gets it. */
    boolean published() {
        return !optional && scope.matches("|compile|runtime");
    }

    /** Whether a program compiles with it: Gradle's {@code api}. */
    boolean compiledWith() {
        return !optional && scope.matches("|compile");
    }

    ReleasedDependency with(String otherVersion, String otherScope) {
        return new ReleasedDependency(group, artifact, otherVersion, classifier, otherScope, optional);
    }

    ReleasedDependency each(UnaryOperator<String> change) {
        return new ReleasedDependency(
                change.apply(group),
                change.apply(artifact),
                change.apply(version),
                change.apply(classifier),
                scope,
                optional);
    }
}
