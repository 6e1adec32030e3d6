package io.emotion4j.internal.mtcnn;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.model.InputSpec;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R-Net or O-Net: looks at squares of the picture, several at a time. */
record CropStage(String name, StageNetwork network, InputSpec input, TensorWriter writer, float leastScore) {

    /** Side of R-Net's input. */
    static final int REFINE_SIDE = 24;

    /** Side of O-Net's input. */
    static final int OUTPUT_SIDE = 48;

    /** Squares in one run. */
    private static final int BATCH = 32;

    /**
     * A square that passed.
     *
     * @param square what the network saw, with its score
     * @param box where the network says the face is
     * @param points five x, then five y, in parts of the square's side
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Passed(Proposal square, Proposal box, float @Nullable [] points) {}

    List<Passed> run(RgbImage image, List<Proposal> squares) {
        List<Passed> passed = new ArrayList<>();
        int most = input.maxBatch() == 0 ? BATCH : Math.min(BATCH, input.maxBatch());
        for (int from = 0; from < squares.size(); from += most) {
            Call.check("between the detector's networks");
            look(image, squares.subList(from, Math.min(from + most, squares.size())), passed);
        }
        return passed;
    }

    private void look(RgbImage image, List<Proposal> squares, List<Passed> passed) {
        int side = input.width();
        int batch = squares.size();
        network.run(input.shape(batch, side, side), buffer -> write(image, squares, buffer), outputs -> {
            StageAnswers answers = StageAnswers.of(name, outputs, input.layout(), batch);
            for (int i = 0; i < squares.size(); i++) {
                float score = answers.score(i);
                if (score >= leastScore) {
                    Proposal square = squares.get(i).scored(score);
                    passed.add(new Passed(square, square.refined(answers.box(i)), answers.points(i)));
                }
            }
            return passed;
        });
    }

    private void write(RgbImage image, List<Proposal> squares, FloatBuffer buffer) {
        int side = input.width();
        int numbers = input.channels().count() * side * side;
        for (int i = 0; i < squares.size(); i++) {
            Proposal square = squares.get(i);
            double scale = (double) square.width() / side;
            Affine toPicture = Affine.scaled(scale, scale, square.left(), square.top());
            writer.write(image, toPicture, side, side, Border.constant(0), buffer, i * numbers);
        }
    }
}
