package io.emotion4j.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** Takes a form apart, in memory: Jetty writes a part to a file only where a part may be too large for memory, and here none is. */
final class Multipart {

    private static final int MOST_PARTS = 20;

    /** One field. */
    record Part(@Nullable String fileName, byte[] bytes) {}

    private Multipart() {}

    /** The part with the first of the names that is there. */
    static Part first(Input input, List<String> names) {
        try (MultiPartFormData.Parts parts = parts(input)) {
            for (String name : names) {
                MultiPart.Part part = parts.getFirst(name);
                if (part != null) {
                    ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
                    return new Part(part.getFileName(), BufferUtil.toArray(content));
                }
            }
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Not its message, which is the HTTP library's own.
            throw new Refusal(400, "The form cannot be read: " + why(input));
        }
        throw new Refusal(
                400, "No image data provided: expected the picture in form field " + String.join(" or ", names));
    }

    private static String why(Input input) {
        String type = String.valueOf(input.contentType());
        if (!type.toLowerCase(Locale.ROOT).contains("boundary=")) {
            return "its Content-Type has no boundary; leave that header to the library that makes the form";
        }
        return "expected at most " + MOST_PARTS
                + " parts, each with a name in its Content-Disposition, between the lines of the "
                + "boundary that Content-Type names; found others, or a form that is cut off";
    }

    private static MultiPartFormData.Parts parts(Input input) {
        MultiPartConfig config = new MultiPartConfig.Builder()
                .maxParts(MOST_PARTS)
                .maxSize(-1)
                .maxPartSize(-1)
                .maxMemoryPartSize(-1)
                .useFilesForPartsWithoutFileName(false)
                .build();
        return MultiPartFormData.getParts(
                Content.Source.from(ByteBuffer.wrap(input.body())),
                new Attributes.Mapped(),
                input.contentType(),
                config);
    }
}
