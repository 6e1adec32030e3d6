package io.emotion4j.internal.mtcnn;

import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.model.ModelDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cascade: P-Net's places, of which R-Net passes some on, of which O-Net passes some on. Thread-safe. */
public final class Mtcnn {

    /** Most overlap of two places that R-Net passes on. */
    private static final float REFINED_OVERLAP = 0.7f;

    private final MtcnnSettings settings;
    private final ProposalStage proposals;
    private final CropStage refinement;
    private final CropStage output;
    private final float maxOverlap;

    /**
     * Puts the networks together.
     *
     * @param model a descriptor without {@linkplain MtcnnModel#problems problems}
     * @param described the networks as {@link MtcnnModel#networks} describes them
     * @param networks the three, loaded
     * @param minConfidence least score of a face that is reported
     * @param maxOverlap most part of the smaller of two faces that the other covers
     */
    public Mtcnn(
            ModelDescriptor model,
            List<ModelDescriptor> described,
            List<? extends StageNetwork> networks,
            float minConfidence,
            float maxOverlap) {
        this.settings = MtcnnSettings.of(model.decoder());
        this.maxOverlap = maxOverlap;
        TensorWriter writer = TensorWriter.of(model.input());
        this.proposals = new ProposalStage(networks.get(0), described.get(0).input(), writer, settings.proposal());
        this.refinement = new CropStage(
                MtcnnModel.name(1), networks.get(1), described.get(1).input(), writer, settings.refined());
        this.output = new CropStage(
                MtcnnModel.name(2), networks.get(2), described.get(2).input(), writer, minConfidence);
    }

    /**
     * Finds the faces of a picture.
     *
     * @param image the picture
     * @param largest side of a picture that is seen as it is; of a larger one small faces are not looked for
     * @return the faces, the surest first, inside the picture
     */
    public List<Face> detect(RgbImage image, int largest) {
        List<Proposal> squares =
                proposals.run(image, PyramidLevel.of(image.width(), image.height(), largest, settings));
        List<CropStage.Passed> refined = refinement.run(image, visible(image, squares));
        List<Proposal> closer = new ArrayList<>();
        for (int kept :
                Suppression.keep(refined.stream().map(CropStage.Passed::square).toList(), REFINED_OVERLAP, false)) {
            closer.add(refined.get(kept).box().squared());
        }
        return faces(image, output.run(image, visible(image, closer)));
    }

    /**
     * Runs each network once.
     *
     * @param image any picture of at least 64x64 pixels
     * @throws io.emotion4j.InferenceException if one does not run, or answers in another form
     */
    public void tryOut(RgbImage image) {
        detect(image, Math.max(image.width(), image.height()));
        List<Proposal> whole = List.of(new Proposal(0, 0, image.width(), image.height(), 1));
        refinement.run(image, whole);
        output.run(image, whole);
    }

    private static List<Proposal> visible(RgbImage image, List<Proposal> squares) {
        return squares.stream()
                .filter(square -> !square.clipped(image.width(), image.height()).isEmpty())
                .toList();
    }

    private List<Face> faces(RgbImage image, List<CropStage.Passed> passed) {
        List<Proposal> boxes = new ArrayList<>();
        List<CropStage.Passed> kept = new ArrayList<>();
        for (CropStage.Passed one : passed) {
            // Clipped before suppression: clipping moves boxes closer together.
            Proposal box = one.box().clipped(image.width(), image.height());
            if (!box.isEmpty()) {
                boxes.add(box);
                kept.add(one);
            }
        }
        List<Face> faces = new ArrayList<>();
        for (int i : Suppression.keep(boxes, maxOverlap, true)) {
            Proposal box = boxes.get(i);
            faces.add(new Face(box.box(), Math.min(box.score(), 1), landmarks(kept.get(i))));
        }
        faces.sort(Comparator.comparing(Face::confidence).reversed());
        return faces;
    }

    private static @Nullable Landmarks landmarks(CropStage.Passed passed) {
        float[] parts = passed.points();
        if (parts == null) {
            return null;
        }
        Point[] points = new Point[5];
        Proposal square = passed.square();
        for (int i = 0; i < points.length; i++) {
            points[i] =
                    new Point(square.left() + parts[i] * square.width(), square.top() + parts[i + 5] * square.height());
        }
        return new Landmarks(points[0], points[1], points[2], points[3], points[4]);
    }
}
