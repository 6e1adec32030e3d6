package io.emotion4j.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Puts before the failure of a test what the backend {@linkplain Must must do}: who wrote it has not read the test. */
final class SaysWhatIsAsked implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Must must = context.getRequiredTestMethod().getAnnotation(Must.class);
        if (must == null || failure instanceof TestAbortedException || failure instanceof VirtualMachineError) {
            throw failure;
        }
        String found = failure instanceof AssertionError ? failure.getMessage() : "It threw " + failure;
        throw new AssertionError("The backend must " + must.value() + ".\n" + found, failure);
    }
}
