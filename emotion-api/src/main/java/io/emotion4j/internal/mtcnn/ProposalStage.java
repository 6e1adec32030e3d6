package io.emotion4j.internal.mtcnn;

import io.emotion4j.InferenceException;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.model.InputSpec;
import java.util.ArrayList;
import java.util.List;

/** P-Net: looks at the picture at all sizes. */
record ProposalStage(StageNetwork network, InputSpec input, TensorWriter writer, float leastScore) {

    /** Most overlap of two places of one size that are both passed on, and of two of different sizes. */
    private static final float WITHIN_A_LEVEL = 0.5f;

    private static final float ACROSS_LEVELS = 0.7f;

    /** {@return squares in which faces may be} */
    List<Proposal> run(RgbImage image, List<PyramidLevel> levels) {
        List<Proposal> places = new ArrayList<>();
        List<Proposal> refined = new ArrayList<>();
        for (PyramidLevel level : levels) {
            Call.check("within the detector's pyramid");
            look(image, level, places, refined);
        }
        List<Proposal> squares = new ArrayList<>();
        for (int kept : Suppression.keep(places, ACROSS_LEVELS, false)) {
            squares.add(refined.get(kept).squared());
        }
        return squares;
    }

    private void look(RgbImage image, PyramidLevel level, List<Proposal> places, List<Proposal> refined) {
        List<Proposal> found = new ArrayList<>();
        List<Proposal> moved = new ArrayList<>();
        network.run(
                input.shape(1, level.height(), level.width()),
                buffer -> writer.write(
                        image, level.toPicture(), level.width(), level.height(), Border.replicate(), buffer, 0),
                outputs -> {
                    StageAnswers answers = StageAnswers.of(MtcnnModel.name(0), outputs, input.layout(), -1);
                    checkColumns(answers, level);
                    for (int i = 0; i < answers.places(); i++) {
                        float score = answers.score(i);
                        if (score >= leastScore) {
                            Proposal place = level.place(i % answers.columns(), i / answers.columns(), score);
                            found.add(place);
                            moved.add(place.refined(answers.box(i)));
                        }
                    }
                    return found;
                });
        for (int kept : Suppression.keep(found, WITHIN_A_LEVEL, false)) {
            places.add(found.get(kept));
            refined.add(moved.get(kept));
        }
    }

    /** Places lie two pixels apart; another network than P-Net would give another number of them. */
    private static void checkColumns(StageAnswers answers, PyramidLevel level) {
        int expected = (level.width() - PyramidLevel.CELL) / 2 + 1;
        if (Math.abs(answers.columns() - expected) > 1) {
            throw new InferenceException("P-Net answers " + answers.columns() + " places a row of " + level.width()
                    + " pixels; expected about " + expected + ", one every two pixels; check the order of the files");
        }
    }
}
