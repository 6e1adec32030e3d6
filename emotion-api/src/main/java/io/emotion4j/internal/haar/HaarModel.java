package io.emotion4j.internal.haar;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a cascade of OpenCV's lies in a descriptor. */
public final class HaarModel {

    /** What descriptors call it. */
    public static final String ARCHITECTURE = "haar-cascade";

    /** The format of a model whose file is the XML. */
    public static final String XML = "opencv-cascade";

    /** The format of a model whose file names, in a line, an XML file below OpenCV's share/opencv4. */
    public static final String RESOURCE = "opencv-resource";

    private HaarModel() {}

    /**
     * What a descriptor says that no cascade is.
     *
     * @param model a descriptor of this architecture
     * @param unreadable keys whose values are not the descriptor's
     * @return a sentence each; none where all is well
     */
    public static List<String> problems(ModelDescriptor model, Set<String> unreadable) {
        List<String> problems = new ArrayList<>();
        InputSpec input = model.input();
        if (!unreadable.contains("input") && !input.anySize()) {
            problems.add(
                    "Key \"input\" is of a cascade, which looks for faces of all sizes in a picture of any: expected"
                            + " \"width\" 0 and \"height\" 0, found " + input.width() + " and " + input.height());
        }
        if (!model.constants().isEmpty()) {
            problems.add("Key \"constants\" is not for architecture \"" + ARCHITECTURE
                    + "\", which has no network; leave it out");
        }
        if (model.golden() != null) {
            problems.add("Key \"golden\" is not for architecture \"" + ARCHITECTURE
                    + "\", which has no network; leave it out");
        }
        return problems;
    }
}
