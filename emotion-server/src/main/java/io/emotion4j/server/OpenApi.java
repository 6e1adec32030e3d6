package io.emotion4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import io.emotion4j.output.FaceJson;
import io.emotion4j.server.Route.FormBody;
import io.emotion4j.server.Route.JsonBody;
import io.emotion4j.server.Route.RawBody;
import io.emotion4j.server.Route.Reply;
import io.emotion4j.server.Route.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document, from the routes and the records that they take and give. */
final class OpenApi {

    private static final Map<Integer, String> PROBLEMS = new TreeMap<>(Map.of(
            400, "What was sent is not of the form expected, or holds no picture",
            408, "The request did not come in within the time limit",
            413, "The request or its picture is larger than the limit",
            415, "The content type is not the one expected, or the bytes are no picture of a known type",
            422, "The picture is broken, or has no face where one is needed",
            429, "Too many requests of this client at once; Retry-After says when to come back",
            500, "A fault of the server",
            503, "Too many requests at once, or the server stops; Retry-After says when to come back"));

    /** Of the interface, not of the program. */
    private static final String VERSION = "1.0.0";

    private final ObjectNode document = Json.MAPPER.createObjectNode();
    private final ObjectNode schemas;
    private final SchemaGenerator generator = generator();
    private final boolean token;

    private OpenApi(boolean token) {
        this.token = token;
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "emotion4j")
                .put("version", VERSION)
                .put("description", "Finds the faces in a picture and says which facial expression each shows.")
                .putObject("license")
                .put("name", "Apache 2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        document.putObject("paths");
        ObjectNode components = document.putObject("components");
        schemas = components.putObject("schemas");
        if (token) {
            components
                    .putObject("securitySchemes")
                    .putObject("token")
                    .put("type", "http")
                    .put("scheme", "bearer");
        }
    }

    /** The route of the document, which describes itself, too. */
    static Route route(List<Route> others, boolean token) {
        List<Route> all = new ArrayList<>(others);
        Answer[] document = new Answer[1];
        Route own = new Route(
                "GET",
                "/openapi.json",
                "This document",
                List.of(),
                true,
                List.of(),
                Reply.other(Answer.JSON),
                input -> document[0]);
        all.add(own);
        document[0] = Answer.json(describe(all, token));
        return own;
    }

    /** Describes the routes; where a token is needed, those that need it say so. */
    static JsonNode describe(List<Route> routes, boolean token) {
        OpenApi api = new OpenApi(token);
        routes.forEach(api::add);
        return api.document;
    }

    private void add(Route route) {
        ObjectNode operation = document.withObject("/paths")
                .withObjectProperty(route.path())
                .putObject(route.method().toLowerCase(java.util.Locale.ROOT));
        operation.put("operationId", operationId(route)).put("summary", route.summary());
        if (token && !route.open()) {
            operation.putArray("security").addObject().putArray("token");
        }
        if (!route.parameters().isEmpty()) {
            ArrayNode parameters = operation.putArray("parameters");
            for (Route.Parameter parameter : route.parameters()) {
                parameters
                        .addObject()
                        .put("name", parameter.name())
                        .put("in", "query")
                        .put("description", parameter.description())
                        .putObject("schema")
                        .put("type", parameter.type());
            }
        }
        if (!route.bodies().isEmpty()) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            ObjectNode content = body.putObject("content");
            route.bodies().forEach(kind -> add(content, kind));
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode well = responses.putObject("200").put("description", "The answer");
        ObjectNode media = well.putObject("content").putObject(route.reply().mediaType());
        JsonNode schema = schema(route.reply());
        if (schema != null) {
            media.set("schema", schema);
        }
        if (!route.bodies().isEmpty()) {
            PROBLEMS.forEach((status, what) -> problem(responses, status, what));
        }
        if (token && !route.open()) {
            problem(responses, 401, "The token is missing or wrong");
        }
    }

    private void problem(ObjectNode responses, int status, String what) {
        responses
                .putObject(Integer.toString(status))
                .put("description", what)
                .putObject("content")
                .putObject(Answer.JSON)
                .set("schema", reference(Contract.Problem.class));
    }

    private void add(ObjectNode content, RequestBody body) {
        if (body instanceof JsonBody json) {
            content.putObject(Answer.JSON).set("schema", reference(json.type()));
        } else if (body instanceof RawBody raw) {
            content.putObject(raw.mediaType());
        } else if (body instanceof FormBody form) {
            ObjectNode schema =
                    content.putObject("multipart/form-data").putObject("schema").put("type", "object");
            ObjectNode fields = schema.putObject("properties");
            form.fields().forEach(field -> fields.putObject(field).put("contentMediaType", "image/*"));
            ArrayNode either = schema.putArray("anyOf");
            form.fields()
                    .forEach(field -> either.addObject().putArray("required").add(field));
        }
    }

    private @Nullable JsonNode schema(Reply reply) {
        if (reply.types().isEmpty()) {
            return null;
        }
        JsonNode one;
        if (reply.types().size() == 1) {
            one = reference(reply.types().get(0));
        } else {
            ObjectNode either = Json.MAPPER.createObjectNode();
            ArrayNode types = either.putArray("oneOf");
            reply.types().forEach(type -> types.add(reference(type)));
            one = either;
        }
        if (!reply.list()) {
            return one;
        }
        ObjectNode list = Json.MAPPER.createObjectNode().put("type", "array");
        list.set("items", one);
        return list;
    }

    private ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!schemas.has(name)) {
            schemas.set(name, generator.generateSchema(type));
        }
        return Json.MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static String operationId(Route route) {
        return route.method().toLowerCase(java.util.Locale.ROOT) + route.path().replaceAll("[^a-zA-Z0-9]+", "_");
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        // JSON that is handed through may have any field.
        config.forTypesInGeneral()
                .withAdditionalPropertiesResolver(scope ->
                        scope.getType() != null && scope.getType().isInstanceOf(JsonNode.class) ? Object.class : null);
        config.forFields()
                .withDescriptionResolver(field -> field.getRawMember().getDeclaringClass() == FaceJson.Landmarks.class
                        ? "x, y; right and left are the subject's"
                        : null)
                .withRequiredCheck(field -> isAnswer(field) || !nullable(field))
                .withNullableCheck(OpenApi::nullable);
        return new SchemaGenerator(config.build());
    }

    /** Answers have every field, be it null; requests may leave out what may be null. */
    private static boolean isAnswer(FieldScope field) {
        return field.getRawMember().getDeclaringClass() != Contract.FrameRequest.class;
    }

    private static boolean nullable(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
