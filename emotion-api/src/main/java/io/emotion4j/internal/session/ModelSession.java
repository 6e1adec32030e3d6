package io.emotion4j.internal.session;

import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.internal.call.Call;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model loaded into an engine and checked. Thread-safe; {@link #use} and {@link #close} may be called in any order. */
final class ModelSession implements AutoCloseable {

    private final String engine;
    private final String format;
    private final ModelDescriptor model;
    private final InferenceSession session;
    private final ElementType type;
    private final Gate gate;

    private ModelSession(Engine engine, ModelDescriptor model, InferenceSession session) {
        this.engine = engine.name();
        this.format = engine.format();
        this.model = model;
        this.session = session;
        this.type = ElementType.of(model.input().type());
        this.gate = new Gate("Model '" + model.id() + "' on engine '" + engine.name() + "'", session::close);
    }

    static ModelSession open(Engine engine, Model model, EngineOptions options) {
        ModelSession opened = open(engine, model, model.descriptor(), options);
        GoldenSpec golden = model.descriptor().golden();
        if (golden != null) {
            opened.orClose(() -> {
                new GoldenCheck(model, golden, engine.name()).run(opened);
                return opened;
            });
        }
        return opened;
    }

    /** One network of a model, which {@code descriptor} describes. */
    static ModelSession open(Engine engine, Model model, ModelDescriptor descriptor, EngineOptions options) {
        ModelFile file = descriptor.files().get(engine.format());
        if (file == null) {
            throw new ModelLoadException("Model " + model + " cannot be loaded by engine '" + engine.name()
                    + "': expected format " + engine.format() + ", found "
                    + descriptor.files().keySet());
        }
        if (!file.stages().isEmpty()) {
            throw new ModelLoadException("Model " + model + " has further networks in \"stages\" of " + file.path()
                    + ", but architecture \"" + descriptor.architecture() + "\" is of one network; leave them out");
        }
        byte[] weights = Weights.read(model, file, engine.format());
        InferenceSession session;
        try {
            session = engine.open(NetworkSpec.of(descriptor), weights, options);
        } catch (NoProviderException | ModelLoadException e) {
            throw e;
        } catch (Exception e) {
            String kind = WeightsProblem.ofFile(engine.format(), weights);
            String why = kind.isEmpty()
                    ? ": " + withoutStop(e.getMessage())
                            + WeightsProblem.ofNetwork(descriptor, engine.format(), weights)
                    : kind;
            throw new ModelLoadException(
                    "Engine '" + engine.name() + "' cannot load file " + file.path() + " of model " + model + why, e);
        }
        return new ModelSession(engine, descriptor, session);
    }

    /**
     * That a network that was opened does not run.
     *
     * @param model the model that the session was opened with
     * @param hint what is known of it, or nothing
     */
    ModelLoadException doesNotRun(Model model, InferenceException e, String hint) {
        String differs = "";
        try {
            ModelFile file = this.model.files().get(format);
            differs = file == null ? "" : WeightsProblem.ofNetwork(this.model, format, model.read(file));
        } catch (ModelLoadException unreadable) {
            // What cannot be read again says nothing more.
            e.addSuppressed(unreadable);
        }
        String unsaid = e.getCause() == null || !(hint + differs).isEmpty()
                ? ""
                : "; check \"width\", \"height\", \"layout\" and \"channels\" in \"input\": what a network takes within shows only"
                        + " when it runs";
        return new ModelLoadException(
                "Model " + model + " does not run: " + withoutStop(e.getMessage()) + hint + differs + unsaid, e);
    }

    private static String withoutStop(@Nullable String message) {
        return String.valueOf(message).strip().replaceAll("[.]$", "");
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
     * @return the outputs by name, all numbers of which are finite
     * @throws InferenceException if the engine fails
     */
    Map<String, Tensor> run(Tensor input) {
        return named(outputs(input));
    }

    /**
     * Runs the network, as {@link #run(Tensor)} does, and gives the engine the outputs' memory back.
     *
     * @param reader reads the outputs, and keeps none
     * @return what it makes of them
     * @throws InferenceException if the engine fails
     */
    <T> T run(Tensor input, Function<Map<String, Tensor>, T> reader) {
        List<Tensor> outputs = outputs(input);
        T read = reader.apply(named(outputs));
        session.recycle(outputs);
        return read;
    }

    private List<Tensor> outputs(Tensor input) {
        try {
            return session.run(input.type() == type ? input : Tensor.converted(type, input.floats(), input.shape()));
        } catch (Exception e) {
            // An engine that was stopped since the analysis is to end fails, too.
            Call.check("while a network ran");
            throw new InferenceException(
                    "Engine '" + engine + "' failed to run model '" + model.id() + "' on " + input + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private Map<String, Tensor> named(List<Tensor> outputs) {
        List<String> names = model.outputs();
        if (outputs.size() != names.size()) {
            throw new InferenceException("Engine '" + engine + "' gives " + outputs.size() + " outputs of model '"
                    + model.id() + "', its descriptor lists " + names.size() + ": " + names + "; check \"outputs\"");
        }
        Map<String, Tensor> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            FiniteCheck.check(model.id(), names.get(i), outputs.get(i));
            byName.put(names.get(i), outputs.get(i));
        }
        return byName;
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
