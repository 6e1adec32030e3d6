package io.emotion4j.video;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.global.avutil;

/** What FFmpeg says of a fault, in place of what JavaCV makes of it, which gives advice to programmers. */
final class FfmpegProblem {

    private static final Pattern CODE = Pattern.compile("error (-\\d+)");
    private static final Pattern ADVICE = Pattern.compile("\\s*\\((?:Has|For more)\\b(?:[^()]|\\(\\))*\\)");

    private FfmpegProblem() {}

    static String of(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher code = CODE.matcher(message);
        if (code.find()) {
            byte[] words = new byte[256];
            if (avutil.av_strerror(Integer.parseInt(code.group(1)), words, words.length) == 0) {
                String text = new String(words, StandardCharsets.UTF_8);
                return text.substring(0, text.indexOf('\0'));
            }
        }
        return ADVICE.matcher(message).replaceAll("").strip();
    }
}
