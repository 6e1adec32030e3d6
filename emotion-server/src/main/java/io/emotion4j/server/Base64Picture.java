package io.emotion4j.server;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * A picture in base64, as a data URL or bare. Both alphabets of RFC 4648 are read, with or without padding, with lines of any length:
 * what browsers, Python, Android and command-line tools write. Any other character is an error, since it would be a hole in the picture.
 */
final class Base64Picture {

    private static final String SCHEME = "data:";
    private static final String BASE64 = ";base64";

    /** The start of an address of another server, or of a file. */
    private static final String ADDRESS = "(?is)^\\s*[a-z][a-z0-9+.-]{1,9}://.*";

    private Base64Picture() {}

    /**
     * The bytes.
     *
     * @param where what holds the text, for messages
     * @throws Refusal if it is no base64
     */
    static byte[] decode(String text, String where) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        if (text.regionMatches(true, start, SCHEME, 0, SCHEME.length())) {
            int comma = text.indexOf(',', start);
            if (comma < 0
                    || !text.substring(start, comma).toLowerCase(Locale.ROOT).endsWith(BASE64)) {
                throw new Refusal(400, where + " holds a data URL that is not of the form data:image/...;base64,...");
            }
            start = comma + 1;
        } else if (text.matches(ADDRESS)) {
            throw new Refusal(
                    400,
                    where
                            + " holds an address; expected the picture itself in base64, since this server fetches nothing");
        }
        return bytes(text, start, where);
    }

    private static byte[] bytes(String text, int start, String where) {
        byte[] digits = new byte[text.length() - start];
        int length = 0;
        boolean padded = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                continue;
            }
            if (c == '=') {
                padded = true;
                continue;
            }
            if (padded || !isDigit(c)) {
                throw new Refusal(
                        400,
                        where + " is not base64: "
                                + (padded ? "there is more behind its end" : "a character that is none of its digits")
                                + ", at place " + (i - start));
            }
            digits[length++] = (byte) (c == '-' ? '+' : c == '_' ? '/' : c);
        }
        if (length % 4 == 1) {
            throw new Refusal(400, where + " is not base64: it is cut off, its last digit stands alone");
        }
        // Without its padding the decoder takes it, too.
        return Base64.getDecoder().decode(Arrays.copyOf(digits, length));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isDigit(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "+/-_".indexOf(c) >= 0;
    }
}
