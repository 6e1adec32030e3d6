package io.emotion4j.internal.provider;

import io.emotion4j.NoProviderException;
import io.emotion4j.ProviderReport;
import io.emotion4j.ProviderReport.Candidate;
import io.emotion4j.ProviderReport.Verdict;
import io.emotion4j.internal.haar.HaarModel;
import io.emotion4j.internal.mtcnn.MtcnnModel;
import io.emotion4j.internal.provider.Providers.Found;
import io.emotion4j.internal.service.Decoders;
import io.emotion4j.internal.service.Services;
import io.emotion4j.internal.session.SessionClassifier;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.EngineProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses an engine for a model. A name must match exactly; without one, the highest priority among those that support the
 * model and are available; a tie is an error.
 */
public final class Selector<P extends EngineProvider> {

    private final Providers<P> providers;
    private final ModelDescriptor model;
    private final @Nullable String name;
    private final List<Found<P>> best = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();

    private Selector(Providers<P> providers, ModelDescriptor model, @Nullable String name) {
        this.providers = providers;
        this.model = model;
        this.name = name;
    }

    /**
     * Chooses.
     *
     * @param providers those found
     * @param model what is to be run
     * @param name the engine asked for; null for the best
     * @return the provider
     * @throws NoProviderException if there is none, or there are two of equal priority
     */
    public static <P extends EngineProvider> P choose(Providers<P> providers, Model model, @Nullable String name) {
        Selector<P> selector = new Selector<>(providers, model.descriptor(), name);
        ProviderReport report = selector.look(false);
        if (report.problem() != null) {
            throw new NoProviderException(report.toString());
        }
        return selector.best.get(0).provider();
    }

    /**
     * What {@link #choose} would do.
     *
     * @param providers those found; each that could run the model is asked whether it is available
     * @param model what is to be run
     * @param name the engine asked for; null for the best
     * @return the report
     */
    public static <P extends EngineProvider> ProviderReport report(
            Providers<P> providers, Model model, @Nullable String name) {
        return new Selector<>(providers, model.descriptor(), name).look(true);
    }

    /** Asking whether an engine is available may load it, so those of lower priority are asked only for a report. */
    private ProviderReport look(boolean askAll) {
        for (Found<P> found : providers.found()) {
            if (askAll || best.isEmpty() || found.priority() == best.get(0).priority()) {
                candidates.add(judge(found));
            }
        }
        for (String failure : providers.failures()) {
            candidates.add(new Candidate("a provider that cannot be created", 0, Verdict.UNUSABLE, failure, null));
        }
        addAbsent();
        String problem = problem();
        if (best.size() > 1) {
            candidates.replaceAll(c -> c.verdict() == Verdict.CHOSEN ? tied(c) : c);
        }
        String purpose = model.task().key() + " with model '" + model.id() + "' (" + model.architecture() + ", "
                + String.join(" or ", model.files().keySet()) + ")";
        return new ProviderReport(purpose, candidates, problem);
    }

    private Candidate judge(Found<P> found) {
        if (name != null && !name.equals(found.name())) {
            return candidate(found, Verdict.NOT_PREFERRED, "engine '" + name + "' was asked for");
        }
        Availability availability;
        try {
            if (!found.provider().supports(model)) {
                return candidate(found, Verdict.UNUSABLE, "does not run this model's formats and architecture");
            }
            availability = found.provider().availability();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Services.warn("engine '" + found.name() + "'", e);
            return candidate(found, Verdict.UNUSABLE, Services.reason(e));
        }
        if (!availability.available()) {
            return candidate(found, Verdict.UNUSABLE, availability.detail());
        }
        if (best.isEmpty() || found.priority() == best.get(0).priority()) {
            best.add(found);
            return candidate(found, Verdict.CHOSEN, availability.detail());
        }
        return candidate(
                found,
                Verdict.NOT_PREFERRED,
                availability.detail() + "; '" + best.get(0).name() + "' goes before it");
    }

    private void addAbsent() {
        boolean haar = model.architecture().equals(HaarModel.ARCHITECTURE);
        for (KnownEngine engine : haar ? List.of(KnownEngine.OPENCV) : KnownEngine.ALL) {
            if (providers.found().stream().anyMatch(found -> found.name().equals(engine.name()))) {
                continue;
            }
            boolean helps = model.has(engine.format());
            String detail = helps
                    ? "not on the class path or module path"
                    : "would need the model as " + engine.format() + ", which it does not come in";
            candidates.add(new Candidate(engine.name(), 0, Verdict.ABSENT, detail, helps ? engine.coordinate() : null));
        }
    }

    private @Nullable String problem() {
        if (best.size() > 1) {
            return "'" + best.get(0).name() + "' and '" + best.get(1).name() + "' have the same priority "
                    + best.get(0).priority() + "; choose one by EmotionAnalyzerBuilder.engine or system property "
                    + "emotion4j.engine, or remove one";
        }
        if (!best.isEmpty()) {
            return null;
        }
        if (name != null
                && providers.found().stream().noneMatch(found -> found.name().equals(name))) {
            return "no engine is called '" + name + "'";
        }
        return (name == null ? "none found can run it here" : "engine '" + name + "' cannot run it here") + unknown();
    }

    /** What the descriptor says that nothing here knows, and what it could say. */
    private String unknown() {
        boolean classifier = model.task() == ModelTask.EMOTION_CLASSIFICATION;
        Collection<String> architectures = classifier ? List.of(SessionClassifier.ARCHITECTURE) : Decoders.names();
        if (!classifier) {
            architectures.add(MtcnnModel.ARCHITECTURE);
            architectures.add(HaarModel.ARCHITECTURE);
        }
        if (model.architecture().equals(HaarModel.ARCHITECTURE) && model.has(HaarModel.XML)) {
            return "";
        }
        List<String> formats = KnownEngine.ALL.stream().map(KnownEngine::format).toList();
        String unknown = "";
        if (!architectures.contains(model.architecture())) {
            unknown = "; no engine reads \"architecture\": \"" + model.architecture() + "\", they read " + architectures
                    + ": it says how the outputs are read, not what is between input and output";
        }
        return formats.stream().anyMatch(model::has)
                ? unknown
                : unknown + "; \"files\" has " + model.files().keySet() + ", engines of this library read " + formats;
    }

    private static Candidate tied(Candidate c) {
        return new Candidate(c.engine(), c.priority(), Verdict.NOT_PREFERRED, c.detail(), c.coordinate());
    }

    private static Candidate candidate(Found<?> found, Verdict verdict, String detail) {
        String coordinate = KnownEngine.coordinateOf(found.name());
        return new Candidate(found.name(), found.priority(), verdict, detail, coordinate);
    }
}
