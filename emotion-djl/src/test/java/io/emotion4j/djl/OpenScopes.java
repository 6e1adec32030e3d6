package io.emotion4j.djl;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import java.lang.reflect.Field;
import java.util.Map;

/** Counts what DJL's managers hold: further managers, arrays and modules. DJL itself only prints it. */
final class OpenScopes {

    private OpenScopes() {}

    /** {@return how many things PyTorch holds through DJL, in the whole process} */
    static int count() throws ReflectiveOperationException {
        try (NDManager probe = PyTorch.engine().newBaseManager()) {
            // Less the probe itself.
            return count(probe.getParentManager()) - 1;
        }
    }

    private static int count(NDManager manager) throws ReflectiveOperationException {
        Field field = BaseNDManager.class.getDeclaredField("resources");
        field.setAccessible(true);
        int all = 0;
        for (Object resource : ((Map<?, ?>) field.get(manager)).values()) {
            all++;
            if (resource instanceof NDManager inner) {
                all += count(inner);
            }
        }
        return all;
    }
}
