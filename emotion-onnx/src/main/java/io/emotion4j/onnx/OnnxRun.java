package io.emotion4j.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.call.Running;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run of a session by one thread, which ONNX Runtime ends between two nodes of the network when the thread's analysis is to end.
 * Outside an analysis it is an ordinary run.
 */
final class OnnxRun implements AutoCloseable {

    private final OrtSession session;
    /** Must live as long as the run, which looks into it. */
    private final OrtSession.@Nullable RunOptions options;

    private final @Nullable Running running;

    private OnnxRun(OrtSession session, OrtSession.@Nullable RunOptions options) {
        this.session = session;
        this.options = options;
        this.running = options == null ? null : Call.begin(() -> terminate(options));
    }

    static OnnxRun begin(OrtSession session) throws OrtException {
        return new OnnxRun(session, Call.isCurrent() ? new OrtSession.RunOptions() : null);
    }

    OrtSession.Result run(Map<String, OnnxTensor> inputs, Set<String> outputs, Map<String, OnnxTensor> into)
            throws OrtException {
        return session.run(inputs, outputs, into, options);
    }

    private static void terminate(OrtSession.RunOptions options) {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            // ONNX Runtime sets a flag, which does not fail.
            throw new IllegalStateException("ONNX Runtime cannot end a run: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.end();
        }
        if (options != null) {
            options.close();
        }
    }
}
