package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.TensorType;
import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is asked of an engine's sessions, beneath detectors and classifiers.
 *
 * @since 0.1.0
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("exports") // JUnit alone makes one.
@ExtendWith(SaysWhatIsAsked.class)
public abstract class SessionContract {

    private final String engine;
    private Model model;

    /**
     * Names what is tested.
     *
     * @param engine the engine's name, by which it is found
     */
    @SuppressWarnings("NullAway.Init")
    protected SessionContract(String engine) {
        this.engine = engine;
    }

    /** {@return a classifier in the engine's format; the shipped one unless overridden} */
    protected Model model() {
        return ShippedModel.classifier();
    }

    /** {@return a detector in the engine's format, to run beside it; the shipped one unless overridden} */
    protected Model otherModel() {
        return ShippedModel.detector();
    }

    @BeforeAll
    void readDescriptor() {
        model = model();
    }

    @Test
    @Must("return a tensor for each output of the descriptor, in the descriptor's order, with the batch as "
            + "first dimension")
    void everyOutputOfTheDescriptorIsGivenInItsOrder() throws Exception {
        try (InferenceSession session = open()) {
            List<Tensor> outputs = run(session, input(3, 1));
            assertThat(outputs).hasSameSizeAs(model.descriptor().outputs());
            assertThat(outputs)
                    .allSatisfy(tensor -> assertThat(tensor.shape()[0]).isEqualTo(3));
        }
    }

    @Test
    @Must("give each picture of a batch the outputs, within 1e-4, that it gets alone")
    void aBatchGivesWhatItsPicturesGiveAlone() throws Exception {
        try (InferenceSession session = open()) {
            Tensor both = input(2, 2);
            float[] together = scores(run(session, both));
            FloatBuffer numbers = both.floats();
            int half = numbers.remaining() / 2;
            for (int i = 0; i < 2; i++) {
                FloatBuffer one = numbers.slice(i * half, half);
                float[] alone = scores(run(session, Tensor.of(one, shape(1))));
                float[] row = Arrays.copyOfRange(together, i * alone.length, (i + 1) * alone.length);
                assertThat(row).containsExactly(alone, within(1e-4f));
            }
        }
    }

    @Test
    @Must("leave the input's buffer as it was")
    void theInputIsOnlyRead() throws Exception {
        try (InferenceSession session = open()) {
            Tensor input = input(2, 3);
            float[] before = floats(input);
            run(session, input);
            assertThat(floats(input)).isEqualTo(before);
        }
    }

    @Test
    @Must("return outputs that belong to the caller: they stay as they are when the session runs again and "
            + "when it is closed")
    void outputsStayWhenTheSessionRunsAgainAndWhenItIsClosed() throws Exception {
        List<Tensor> first;
        float[] before;
        try (InferenceSession session = open()) {
            first = run(session, input(1, 4));
            before = scores(first);
            assertThat(scores(run(session, input(1, 5)))).isNotEqualTo(before);
            assertThat(scores(first)).isEqualTo(before);
        }
        assertThat(scores(first)).isEqualTo(before);
    }

    @Test
    @Must("give each of eight threads that run it at once what one thread alone gets")
    void eightThreadsGetWhatOneGets() throws Exception {
        try (InferenceSession session = open()) {
            List<Tensor> inputs = new ArrayList<>();
            List<float[]> alone = new ArrayList<>();
            for (int i = 0; i < Concurrently.THREADS; i++) {
                inputs.add(input(1 + i % 3, 20 + i));
                alone.add(scores(run(session, inputs.get(i))));
            }
            Concurrently.check(thread -> assertThat(scores(run(session, inputs.get(thread))))
                    .containsExactly(alone.get(thread), within(1e-5f)));
        }
    }

    @Test
    @Must("leave a session usable when another of the same model is closed")
    void closingOneSessionLeavesAnotherOfTheSameModel() throws Exception {
        try (InferenceSession kept = open()) {
            Tensor input = input(1, 7);
            float[] before = scores(run(kept, input));
            open().close();
            assertThat(scores(run(kept, input))).containsExactly(before, within(1e-5f));
        }
    }

    /** As in a cascade, a detector of several networks. */
    @Test
    @Must("run two networks at a time, as a detector of several networks needs it")
    void anotherNetworkOfTheEngineRunsBesideTheFirst() throws Exception {
        Model other = otherModel();
        try (InferenceSession first = open();
                InferenceSession second =
                        engine().open(NetworkSpec.of(other.descriptor()), weights(other), EngineOptions.defaults())) {
            Tensor input = input(2, 12);
            Tensor picture = picture(13, other.descriptor().input());
            float[] scores = scores(run(first, input));
            float[] found = floats(run(second, picture).get(0));
            Concurrently.check(thread -> {
                assertThat(scores(run(first, input))).containsExactly(scores, within(1e-5f));
                assertThat(floats(run(second, picture).get(0))).containsExactly(found, within(1e-5f));
            });
        }
    }

    @Test
    @Must("throw an exception with a message for an input of a wrong shape, and run as before afterwards")
    void anInputThatDoesNotFitIsAnErrorAfterWhichTheSessionStillRuns() throws Exception {
        try (InferenceSession session = open()) {
            float[] before = scores(run(session, input(1, 8)));
            Tensor odd = random(9, 1, 5, 7, 11);
            assertThatThrownBy(() -> run(session, odd)).hasMessageMatching("(?s).+");
            assertThat(scores(run(session, input(1, 8)))).containsExactly(before, within(1e-5f));
        }
    }

    @Test
    @Must("throw an exception with a message when it is opened with bytes that are no network, or that break off")
    void bytesThatAreNoNetworkAreAnError() {
        byte[] noise = new byte[10_000];
        new Random(10).nextBytes(noise);
        byte[] whole = weights();
        assertThatThrownBy(() -> open(noise)).hasMessageMatching("(?s).+");
        assertThatThrownBy(() -> open(new byte[1])).hasMessageMatching("(?s).+");
        assertThatThrownBy(() -> open(Arrays.copyOf(whole, whole.length / 2))).hasMessageMatching("(?s).+");
    }

    @Test
    @Must("throw an exception that names the output of the descriptor that the network does not have")
    void anOutputThatTheNetworkDoesNotHaveIsNamed() {
        ModelDescriptor more = Descriptors.withOutput(model.descriptor(), "oracle");
        assertThatThrownBy(() -> {
                    try (InferenceSession session =
                            engine().open(NetworkSpec.of(more), weights(), EngineOptions.defaults())) {
                        run(session, input(1, 11));
                    }
                })
                .hasMessageContaining("oracle");
    }

    private InferenceSession open() throws Exception {
        return open(weights());
    }

    private InferenceSession open(byte[] weights) throws Exception {
        return engine().open(NetworkSpec.of(model.descriptor()), weights, EngineOptions.defaults());
    }

    private Engine engine() {
        return EngineProviders.of(engine).engine();
    }

    private byte[] weights() {
        return weights(model);
    }

    private byte[] weights(Model model) {
        ModelFile file = model.descriptor().files().get(engine().format());
        if (file == null) {
            throw new IllegalStateException("Model " + model + " has no file of format " + engine().format());
        }
        return model.read(file);
    }

    private List<Tensor> run(InferenceSession session, Tensor input) throws Exception {
        return session.run(input);
    }

    private Tensor input(int batch, long seed) {
        return random(seed, shape(batch));
    }

    private long[] shape(int batch) {
        var input = model.descriptor().input();
        return input.shape(batch, input.height(), input.width());
    }

    private static Tensor random(long seed, long... shape) {
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        FloatBuffer numbers = DirectFloats.allocate(count);
        Random random = new Random(seed);
        while (numbers.hasRemaining()) {
            numbers.put(random.nextFloat());
        }
        return Tensor.of(numbers.flip(), shape);
    }

    /** Of 96x64 pixels, in numbers of the type that the input takes. */
    private static Tensor picture(long seed, InputSpec input) {
        FloatBuffer numbers = random(seed, input.shape(1, 64, 96)).floats();
        boolean bytes = input.type() == TensorType.UINT8;
        for (int i = 0; bytes && i < numbers.limit(); i++) {
            numbers.put(i, numbers.get(i) * 255);
        }
        return Tensor.converted(ElementType.of(input.type()), numbers, input.shape(1, 64, 96));
    }

    private float[] scores(List<Tensor> outputs) {
        var scores = model.descriptor().scores();
        if (scores == null) {
            throw new AssertionError("Expected a classifier, found " + model);
        }
        return floats(outputs.get(model.descriptor().outputs().indexOf(scores.output())));
    }

    private static float[] floats(Tensor tensor) {
        FloatBuffer data = tensor.floats();
        float[] floats = new float[data.remaining()];
        data.get(floats);
        return floats;
    }
}
