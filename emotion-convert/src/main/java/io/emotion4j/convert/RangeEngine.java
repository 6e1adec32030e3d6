package io.emotion4j.convert;

import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An engine that looks into the network while it runs: it makes all values outputs whose ranges are to be measured. So pictures go the way that they go in use.
 */
final class RangeEngine implements Engine {

    private final Engine engine;
    private final Map<String, float[]> ranges = new LinkedHashMap<>();
    private byte[] weights = {};
    private boolean measuring;

    RangeEngine(Engine engine) {
        this.engine = engine;
    }

    /** From now on; what the library tries a model with when it loads it is no face. */
    void startMeasuring() {
        measuring = true;
    }

    /** {@return the network as it was opened, weights in other files included} */
    byte[] weights() {
        return weights;
    }

    /** {@return the least and the greatest number of each value} */
    Map<String, float[]> ranges() {
        return ranges;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public String format() {
        return engine.format();
    }

    @Override
    public int priority() {
        return engine.priority();
    }

    @Override
    public Availability availability() {
        return engine.availability();
    }

    @Override
    public InferenceSession open(NetworkSpec network, byte[] file, EngineOptions options) throws Exception {
        weights = file;
        OnnxNetwork changed = OnnxNetwork.of(file);
        OnnxBatchNorms.fold(changed);
        Set<String> values = RoundedValues.of(changed);
        List<String> outputs = new ArrayList<>(network.outputs());
        outputs.addAll(values);
        NetworkSpec all = new NetworkSpec(network.id(), network.input(), outputs, network.constants());
        return new Measuring(
                engine.open(all, changed.bytes(values, Map.of()), options),
                outputs,
                network.outputs().size());
    }

    private final class Measuring implements InferenceSession {

        private final InferenceSession session;
        private final List<String> names;
        private final int own;

        Measuring(InferenceSession session, List<String> names, int own) {
            this.session = session;
            this.names = names;
            this.own = own;
        }

        @Override
        public List<Tensor> run(Tensor input) throws Exception {
            List<Tensor> outputs = session.run(input);
            for (int i = own; measuring && i < outputs.size(); i++) {
                widen(
                        ranges.computeIfAbsent(names.get(i), name -> new float[2]),
                        outputs.get(i).floats());
            }
            return new ArrayList<>(outputs.subList(0, own));
        }

        /** 0 is within every range, so that it can be told exactly. */
        private static void widen(float[] range, FloatBuffer numbers) {
            while (numbers.hasRemaining()) {
                float number = numbers.get();
                range[0] = Math.min(range[0], number);
                range[1] = Math.max(range[1], number);
            }
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
