package io.emotion4j.spi;

/**
 * Whether a provider can work on this machine.
 *
 * @param available yes or no
 * @param detail if yes, version and devices; if no, why, and what to do about it
 * @since 0.1.0
 */
public record Availability(boolean available, String detail) {

    /**
     * Yes.
     *
     * @param detail version and devices, such as {@code "ONNX Runtime 1.29.0 on cpu"}
     * @return the answer
     */
    public static Availability yes(String detail) {
        return new Availability(true, detail);
    }

    /**
     * No.
     *
     * @param reason why, and what to do about it
     * @return the answer
     */
    public static Availability no(String reason) {
        return new Availability(false, reason);
    }
}
