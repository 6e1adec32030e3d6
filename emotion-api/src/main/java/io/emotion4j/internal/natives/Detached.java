package io.emotion4j.internal.natives;

import java.security.AccessControlContext;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.function.Supplier;

/**
 * Does what starts threads that stay for good, such as the cleaners of native libraries, so that they do not hold on to who happened to
 * call first: a thread keeps the context class loader of the one that started it and, before Java 24, the loaders of all classes on
 * its stack. In a container whose applications share this library the first application could else never be unloaded.
 */
public final class Detached {

    /** From here on a thread keeps nothing of the stack (JEP 486). */
    private static final int NOTHING_KEPT = 24;

    private Detached() {}

    /**
     * Does it in this thread.
     *
     * @param <T> of the result
     * @param work that may start threads; sees this library's class loader as the context class loader
     * @return what it returns
     */
    public static <T> T call(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Detached.class.getClassLoader());
        try {
            return Runtime.version().feature() < NOTHING_KEPT ? withoutTheStack(work) : work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("removal") // Not called where it may be gone.
    private static <T> T withoutTheStack(Supplier<T> work) {
        return AccessController.doPrivileged(
                (PrivilegedAction<T>) work::get, new AccessControlContext(new ProtectionDomain[0]));
    }
}
