package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever comes as a form, a JSON object or a data URL, it is taken apart or refused in plain words. The first byte says what the
 * rest is.
 */
class RequestFuzzTest {

    private static final Set<String> NAMES = Set.of("image", "id");

    @MethodSource("requests")
    @FuzzTest(maxDuration = "10m")
    void takeApart(byte[] request) {
        if (request.length == 0) {
            return;
        }
        byte[] body = Arrays.copyOfRange(request, 1, request.length);
        try {
            switch (request[0] % 3) {
                case 0 ->
                    assertThat(Multipart.first(form(body), List.of("image", "file")))
                            .isNotNull();
                case 1 -> json(JsonFields.of(new Input("application/json", body, Map.of()), NAMES));
                default ->
                    assertThat(Base64Picture.decode(new String(body, StandardCharsets.UTF_8), "Field \"image\""))
                            .isNotNull();
            }
        } catch (Refusal e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContainPattern("Exception|eclipse|jackson");
        }
    }

    /** The boundary is the body's first line, so that it, too, can be anything. */
    private static Input form(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int end = Math.max(0, text.indexOf('\n'));
        return new Input(
                text.substring(0, end),
                Arrays.copyOfRange(body, Math.min(body.length, end + 1), body.length),
                Map.of());
    }

    private static void json(JsonFields fields) {
        String image = fields.text("image");
        if (image != null) {
            Base64Picture.decode(image, "Field \"image\"");
        }
        fields.shortText("id", 100);
    }

    static Stream<byte[]> requests() {
        String form =
                "multipart/form-data; boundary=b\n--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\nabc\r\n--b--\r\n";
        String json =
                "{\"image\": \"data:image/png;base64,AAAA\", \"id\": 7, \"more\": [1, {\"a\": null}, \"\\u00e4\"]}";
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4});
        return Stream.of("\0" + form, "\1" + json, "\2" + url, "\2https://example.org/a.png")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
