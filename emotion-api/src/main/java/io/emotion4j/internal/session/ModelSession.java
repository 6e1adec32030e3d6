package io.emotion4j.internal.session;

import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.SessionOpener;
import io.emotion4j.spi.Tensor;
import java.util.Map;
import java.util.function.Supplier;

/** A model loaded into an engine and checked. Thread-safe; {@link #use} and {@link #close} may be called in any order. */
final class ModelSession implements AutoCloseable {

    private final String engine;
    private final ModelDescriptor model;
    private final InferenceSession session;
    private final Gate gate;

    private ModelSession(String engine, ModelDescriptor model, InferenceSession session) {
        this.engine = engine;
        this.model = model;
        this.session = session;
        this.gate = new Gate("Model '" + model.id() + "' on engine '" + engine + "'", session::close);
    }

    static ModelSession open(String engine, String format, Model model, EngineOptions options, SessionOpener opener) {
        ModelDescriptor descriptor = model.descriptor();
        ModelFile file = descriptor.files().get(format);
        if (file == null) {
            throw new ModelLoadException(
                    "Model " + model + " cannot be loaded by engine '" + engine + "': expected format " + format
                            + ", found " + descriptor.files().keySet());
        }
        byte[] weights = model.read(file);
        InferenceSession session;
        try {
            session = opener.open(descriptor, weights, options);
        } catch (NoProviderException | ModelLoadException e) {
            throw e;
        } catch (Exception e) {
            throw new ModelLoadException(
                    "Engine '" + engine + "' cannot load file " + file.path() + " of model " + model + ": "
                            + e.getMessage(),
                    e);
        }
        ModelSession opened = new ModelSession(engine, descriptor, session);
        GoldenSpec golden = descriptor.golden();
        if (golden != null) {
            opened.orClose(() -> {
                new GoldenCheck(model, golden, engine).run(opened);
                return opened;
            });
        }
        return opened;
    }

    /** Does what follows opening: if it fails the session is closed again. */
    <T> T orClose(Supplier<T> next) {
        try {
            return next.get();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** {@return what {@code use} returns, during which the session stays open} */
    <T> T use(Supplier<T> use) {
        gate.enter();
        try {
            return use.get();
        } finally {
            gate.exit();
        }
    }

    /**
     * Runs the network; only within {@link #use}, or before the session is shared.
     *
     * @throws InferenceException if the engine fails
     */
    Map<String, Tensor> run(Tensor input) {
        try {
            return session.run(Map.of(model.input().name(), input));
        } catch (Exception e) {
            throw new InferenceException(
                    "Engine '" + engine + "' failed to run model '" + model.id() + "' on " + input + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** {@return the output of that name} */
    Tensor output(Map<String, Tensor> outputs, String name) {
        Tensor output = outputs.get(name);
        if (output == null) {
            throw new InferenceException("Model '" + model.id() + "' has no output '" + name + "', found "
                    + outputs.keySet() + "; check \"outputs\" and \"architecture\"");
        }
        return output;
    }

    String engine() {
        return engine;
    }

    ModelDescriptor model() {
        return model;
    }

    @Override
    public void close() {
        gate.close();
    }
}
