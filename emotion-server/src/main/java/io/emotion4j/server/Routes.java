package io.emotion4j.server;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionScores;
import io.emotion4j.FaceEmotion;
import io.emotion4j.output.Decimals;
import io.emotion4j.output.FaceJson;
import io.emotion4j.output.PictureJson;
import io.emotion4j.server.Route.FormBody;
import io.emotion4j.server.Route.JsonBody;
import io.emotion4j.server.Route.Parameter;
import io.emotion4j.server.Route.RawBody;
import io.emotion4j.server.Route.Reply;
import io.emotion4j.server.Route.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The endpoints that analyze a picture. */
final class Routes {

    private static final String NO_FACE = "No face was found in the picture";
    private static final int QUICK_JSON = 4 << 20;
    private static final int LONGEST_STREAM_ID = 100;
    private static final List<String> IMAGE = List.of("image");
    private static final List<String> IMAGE_OR_FILE = List.of("image", "file");
    private static final List<RequestBody> FORM_OR_RAW =
            List.of(new FormBody(IMAGE_OR_FILE), new RawBody("image/*"), new RawBody("application/octet-stream"));
    private static final Parameter CLASSIFIER =
            new Parameter("classifier", "string", "one that /limits lists; the server's own where it is missing");
    private static final Set<String> IMAGE_FIELD = Set.of("image");
    private static final Set<String> FRAME_FIELDS = Set.of("frame", "stream_id");

    private final Pictures pictures;
    private final Explanations explanations;
    private final FaceStreams streams;
    private final int facesLimit;

    Routes(Pictures pictures, FaceStreams streams, int facesLimit) {
        this.pictures = pictures;
        this.explanations = new Explanations(pictures);
        this.streams = streams;
        this.facesLimit = facesLimit;
    }

    List<Route> all() {
        return List.of(
                post(
                        "/predict",
                        "All that is known of every face of a picture, as the command line prints it",
                        List.of(CLASSIFIER),
                        FORM_OR_RAW,
                        Reply.of(PictureJson.class),
                        this::predict),
                post(
                        "/picture",
                        "The picture as a JPEG, upright and of at most 2048 pixels a side, for pages in browsers that"
                                + " cannot show it",
                        FORM_OR_RAW,
                        Reply.other("image/jpeg"),
                        this::picture),
                post(
                        "/explain",
                        "On which parts of one face its expression hangs: how far its score falls when they are"
                                + " covered. One face at a time is explained; others are answered 503 meanwhile",
                        Stream.concat(Explanations.PARAMETERS.stream(), Stream.of(CLASSIFIER))
                                .toList(),
                        FORM_OR_RAW,
                        Reply.of(Contract.Explanation.class),
                        this::explain),
                post(
                        "/emotion",
                        "Box, expression and confidence of every face of a picture",
                        List.of(new FormBody(IMAGE)),
                        Reply.listOf(Contract.FoundFace.class),
                        this::emotion),
                post(
                        "/inference",
                        "Expression of the largest face, or of the whole picture where no face is found",
                        List.of(new RawBody("application/octet-stream")),
                        Reply.of(Contract.Inference.class),
                        this::inference),
                post(
                        "/predict_emotion",
                        "Box and scores of every face of a picture in a data URL",
                        List.of(new JsonBody(Contract.ImageRequest.class)),
                        Reply.of(Contract.PredictedFaces.class, Contract.NoFace.class),
                        this::predictEmotion),
                post(
                        "/predict_emotion_stream",
                        "Scores of the largest face of a video frame in a data URL, smoothed over the frames of a"
                                + " stream",
                        List.of(new JsonBody(Contract.FrameRequest.class)),
                        Reply.of(Contract.StreamedFace.class, Contract.NoFace.class),
                        this::predictEmotionStream));
    }

    private static Route post(String path, String summary, List<RequestBody> bodies, Reply reply, Endpoint endpoint) {
        return post(path, summary, List.of(), bodies, reply, endpoint);
    }

    private static Route post(
            String path,
            String summary,
            List<Parameter> parameters,
            List<RequestBody> bodies,
            Reply reply,
            Endpoint endpoint) {
        return new Route("POST", path, summary, parameters, false, bodies, reply, endpoint);
    }

    private Answer predict(Input input) {
        PictureInput picture = formOrRaw(input);
        Analysis analysis = pictures.analyze(picture, input.parameter("classifier"));
        return faces(PictureJson.of(picture.name(), analysis), analysis.faces().size());
    }

    private Answer picture(Input input) {
        return new Answer(200, "image/jpeg", pictures.render(formOrRaw(input)), Map.of(), 0);
    }

    private Answer explain(Input input) {
        return Answer.json(explanations.explain(formOrRaw(input), input), 1);
    }

    private static PictureInput formOrRaw(Input input) {
        return PictureInput.isForm(input) ? PictureInput.form(input, IMAGE_OR_FILE) : PictureInput.raw(input);
    }

    private Answer emotion(Input input) {
        Analysis analysis = pictures.analyze(PictureInput.form(input, IMAGE));
        List<Contract.FoundFace> faces =
                analysis.faces().stream().map(Routes::foundFace).toList();
        return faces(faces, faces.size());
    }

    private Answer inference(Input input) {
        EmotionScores scores = pictures.largestOrWhole(PictureInput.raw(input));
        return Answer.json(new Contract.Inference(scores.top().label()), 1);
    }

    private Answer predictEmotion(Input input) {
        Analysis analysis = pictures.analyze(PictureInput.base64(fields(input, IMAGE_FIELD), "image"));
        List<Contract.PredictedFace> faces =
                analysis.faces().stream().map(Routes::predictedFace).toList();
        return faces.isEmpty()
                ? Answer.json(new Contract.NoFace(false, NO_FACE))
                : faces(new Contract.PredictedFaces(true, faces.size(), faces), faces.size());
    }

    private Answer predictEmotionStream(Input input) {
        JsonFields object = fields(input, FRAME_FIELDS);
        String stream = object.shortText("stream_id", LONGEST_STREAM_ID);
        Analysis analysis = pictures.analyze(PictureInput.base64(object, "frame"));
        FaceEmotion face = Faces.largest(analysis).orElse(null);
        if (face == null) {
            return Answer.json(new Contract.NoFace(false, NO_FACE));
        }
        FaceEmotion shown = stream == null ? face : streams.smoothed(stream, face);
        int count = analysis.faces().size();
        return Answer.json(
                new Contract.StreamedFace(
                        true,
                        shown.emotion().label(),
                        Decimals.probability(shown.score()),
                        count,
                        FaceJson.scores(shown.scores())),
                count);
    }

    /** A large body takes long to read, too: those behind it need not wait. */
    private static JsonFields fields(Input input, Set<String> names) {
        if (input.body().length > QUICK_JSON) {
            Workers.leaveQuickLane();
        }
        return JsonFields.of(input, names);
    }

    /** An answer about all faces; where they are as many as are given at most, it says so. */
    private Answer faces(Object value, int count) {
        Answer answer = Answer.json(value, count);
        return count < facesLimit ? answer : answer.with("X-Faces-Limit", Integer.toString(facesLimit));
    }

    private static Contract.FoundFace foundFace(FaceEmotion face) {
        Contract.Coordinates box = Faces.coordinates(face);
        return new Contract.FoundFace(
                List.of(box.x(), box.y(), box.width(), box.height()),
                face.emotion().label(),
                Decimals.probability(face.score()));
    }

    private static Contract.PredictedFace predictedFace(FaceEmotion face) {
        return new Contract.PredictedFace(
                Faces.coordinates(face),
                face.emotion().label(),
                Decimals.probability(face.score()),
                FaceJson.scores(face.scores()));
    }
}
