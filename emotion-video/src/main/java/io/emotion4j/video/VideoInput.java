package io.emotion4j.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What FFmpeg is to open.
 *
 * @param name as the user gave it
 * @param address as FFmpeg wants it
 * @param format FFmpeg's name of the device's kind; null for files and streams
 * @param options for FFmpeg
 */
record VideoInput(String name, String address, @Nullable String format, Map<String, String> options) {

    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");
    private static final Pattern CAMERA = Pattern.compile("camera(?::(.+))?");

    static VideoInput of(String input) throws IOException {
        Matcher camera = CAMERA.matcher(input);
        if (camera.matches()) {
            return camera(input, camera.group(1), System.getProperty("os.name").toLowerCase(Locale.ROOT));
        }
        if (URL.matcher(input).matches()) {
            return new VideoInput(input, input, null, Map.of());
        }
        Path file = Path.of(input);
        if (!Files.exists(file)) {
            throw new IOException(
                    input + ": no such file; a camera is called `camera` or `camera:1`, a stream by its URL");
        }
        if (input.startsWith("/dev/video")) {
            return new VideoInput(input, input, "video4linux2", Map.of());
        }
        // A playlist on disk must not make FFmpeg open connections.
        return new VideoInput(
                input, "file:" + file.toAbsolutePath(), null, Map.of("protocol_whitelist", "file,crypto,data"));
    }

    /** The camera of a number or, on Windows, of a name. */
    static VideoInput camera(String input, @Nullable String which, String system) throws IOException {
        if (system.startsWith("windows")) {
            if (which == null) {
                throw new IOException(input + ": name the camera as Windows does, such as `camera:Integrated Camera`");
            }
            return new VideoInput(input, "video=" + which, "dshow", Map.of());
        }
        String number = which == null ? "0" : which;
        return system.startsWith("mac")
                ? new VideoInput(input, number, "avfoundation", Map.of("framerate", "30"))
                : new VideoInput(input, "/dev/video" + number, "video4linux2", Map.of());
    }
}
