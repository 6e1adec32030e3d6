package io.emotion4j.internal.mtcnn;

import io.emotion4j.model.DecoderSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ThresholdSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the three networks of an MTCNN lie in one descriptor. */
public final class MtcnnModel {

    /** What descriptors call it. */
    public static final String ARCHITECTURE = "mtcnn";

    private static final List<String> NAMES = List.of("pnet", "rnet", "onet");
    /** Sides of the networks' inputs; P-Net takes any. */
    private static final List<Integer> SIDES = List.of(0, CropStage.REFINE_SIDE, CropStage.OUTPUT_SIDE);
    /** Outputs of P-Net and of R-Net each: scores and boxes. */
    private static final int EACH = 2;

    private MtcnnModel() {}

    /**
     * What a descriptor says that three networks cannot be.
     *
     * @param model a descriptor of this architecture
     * @return a sentence each; none where all is well
     */
    public static List<String> problems(ModelDescriptor model) {
        List<String> problems = problems(model, Set.of());
        try {
            checkSettings(model.decoder());
        } catch (IllegalArgumentException e) {
            problems.add("Key " + e.getMessage());
        }
        return problems;
    }

    /**
     * The same, apart from the decoder's settings.
     *
     * @param model a descriptor of this architecture
     * @param unreadable keys whose values are not the descriptor's
     * @return a sentence each; none where all is well
     */
    public static List<String> problems(ModelDescriptor model, Set<String> unreadable) {
        List<String> problems = new ArrayList<>();
        InputSpec input = model.input();
        if (!unreadable.contains("input") && (!input.anySize() || input.multipleOf() != 1)) {
            problems.add(
                    "Key \"input\" describes P-Net's input, which takes any size: expected \"width\" 0, \"height\" 0"
                            + " and no \"multipleOf\", found " + input.width() + ", " + input.height() + " and "
                            + input.multipleOf());
        }
        if (input.enlargeTo() > 0) {
            problems.add(
                    "Key \"input.enlargeTo\" is not for architecture \"mtcnn\", which looks at a picture in many sizes, found "
                            + input.enlargeTo() + "; remove it");
        }
        int outputs = model.outputs().size();
        if (!unreadable.contains("outputs") && (outputs < 3 * EACH || outputs > 3 * EACH + 1)) {
            problems.add("Key \"outputs\" must list P-Net's two outputs, then R-Net's two, then O-Net's two or three"
                    + " (with landmarks), found " + model.outputs());
        }
        model.files().forEach((format, file) -> {
            if (file.stages().size() != 2) {
                problems.add("Key \"files." + format + ".stages\" must list two more files, R-Net's and O-Net's, found "
                        + file.stages().stream().map(ModelFile::path).toList());
            }
        });
        if (!model.constants().isEmpty()) {
            problems.add("Key \"constants\" is not for architecture \"mtcnn\", whose networks have one input each");
        }
        ThresholdSpec thresholds = model.thresholds();
        if (thresholds != null && thresholds.voting() < 1) {
            problems.add(
                    "Key \"thresholds.voting\" is of one network, and architecture \"mtcnn\" draws its boxes anew stage by"
                            + " stage; leave it out");
        }
        if (model.golden() != null) {
            problems.add("Key \"golden\" is of one network, and architecture \"mtcnn\" has three; leave it out");
        }
        return problems;
    }

    /**
     * Reads the decoder's settings.
     *
     * @param decoder the descriptor's
     * @throws IllegalArgumentException if one is unknown or wrong
     */
    public static void checkSettings(DecoderSpec decoder) {
        MtcnnSettings.of(decoder);
    }

    /**
     * The three networks, each as a descriptor of its own.
     *
     * @param model a descriptor without {@link #problems}
     * @param format of the weights
     * @return P-Net's, R-Net's and O-Net's
     */
    public static List<ModelDescriptor> networks(ModelDescriptor model, String format) {
        ModelFile first = model.files().get(format);
        if (first == null) {
            throw new IllegalArgumentException(
                    "No format " + format + " in " + model.files().keySet());
        }
        List<ModelDescriptor> networks = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            ModelFile file = i == 0
                    ? new ModelFile(first.path(), first.sha256(), first.bytes(), first.data(), List.of())
                    : first.stages().get(i - 1);
            int end = i == 2 ? model.outputs().size() : (i + 1) * EACH;
            networks.add(model.toBuilder()
                    .id(model.id() + "-" + NAMES.get(i))
                    .files(Map.of(format, file))
                    .input(input(model.input(), SIDES.get(i)))
                    .outputs(model.outputs().subList(i * EACH, end))
                    .build());
        }
        return networks;
    }

    /** {@return what a network is called in messages} */
    public static String name(int network) {
        return NAMES.get(network);
    }

    private static InputSpec input(InputSpec input, int side) {
        return InputSpec.builder(input.name())
                .size(side, side)
                .maxBatch(input.maxBatch())
                .type(input.type())
                .layout(input.layout())
                .channels(input.channels())
                .values(input.scale(), input.mean(), input.std())
                .build();
    }
}
