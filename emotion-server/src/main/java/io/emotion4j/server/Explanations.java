package io.emotion4j.server;

import io.emotion4j.Analysis;
import io.emotion4j.FaceEmotion;
import io.emotion4j.OcclusionMap;
import io.emotion4j.output.Decimals;
import io.emotion4j.output.FaceJson;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says on which parts of one face its expression hangs. */
final class Explanations {

    static final List<Route.Parameter> PARAMETERS = List.of(
            new Route.Parameter(
                    "x",
                    "number",
                    "with y a point of the picture, in pixels: the face about it; the largest face where both are missing"),
            new Route.Parameter("y", "number", "of that point, from the top"));

    private final Pictures pictures;

    Explanations(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * The map of one face of a picture.
     *
     * @throws Refusal if there is no such face
     */
    Contract.Explanation explain(PictureInput picture, Input input) {
        Double x = coordinate(input, "x");
        Double y = coordinate(input, "y");
        if ((x == null) != (y == null)) {
            throw new Refusal(400, "Parameters x and y are a point together; give both, or none for the largest face");
        }
        return pictures.explain(
                picture, input.parameter("classifier"), analysis -> choose(analysis, x, y), Explanations::json);
    }

    /** The face whose centre is nearest to a point within its box; the largest one where there is no point. */
    private static FaceEmotion choose(Analysis analysis, @Nullable Double x, @Nullable Double y) {
        List<FaceEmotion> faces = analysis.faces();
        if (faces.isEmpty()) {
            throw new Refusal(422, "No face was found in the picture");
        }
        if (x == null || y == null) {
            return Faces.largest(analysis).orElseThrow();
        }
        return faces.stream()
                .filter(face -> contains(face, x, y))
                .min(Comparator.comparingDouble(face -> Math.hypot(
                        face.box().x() + face.box().width() / 2 - x,
                        face.box().y() + face.box().height() / 2 - y)))
                .orElseThrow(() -> new Refusal(
                        422,
                        "No face is at the point of x and y; the picture has " + faces.size()
                                + (faces.size() == 1 ? " face" : " faces") + ", whose boxes /predict gives"));
    }

    private static boolean contains(FaceEmotion face, double x, double y) {
        var box = face.box();
        return x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom();
    }

    private static Contract.Explanation json(FaceEmotion face, OcclusionMap map) {
        String crop = "data:image/png;base64," + Base64.getEncoder().encodeToString(Rendering.png(map.crop()));
        return new Contract.Explanation(
                FaceJson.Box.of(face.box()),
                map.expression().label(),
                Decimals.probability(map.score()),
                map.columns(),
                map.rows(),
                map.drops().stream().map(Decimals::probability).toList(),
                crop);
    }

    private static @Nullable Double coordinate(Input input, String name) {
        String text = input.parameter(name);
        if (text == null) {
            return null;
        }
        // As Double.valueOf reads them, but neither "NaN", "1f" nor hexadecimal.
        if (!text.matches("-?[0-9]{1,7}(\\.[0-9]{1,20})?")) {
            throw new Refusal(400, "Parameter " + name + " takes a number of pixels, such as 120 or 120.5");
        }
        return Double.valueOf(text);
    }
}
