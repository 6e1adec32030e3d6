/**
 * Decodes progressive JPEG and WebP by native code: Leptonica, and in it libjpeg-turbo and libwebp. It is found with
 * {@link java.util.ServiceLoader}; nothing here is to be called.
 *
 * <p>The application adds the native libraries of its platform: {@code org.bytedeco:leptonica} and {@code org.bytedeco:javacpp}
 * with a classifier such as {@code linux-x86_64}.
 */
module io.emotion4j.codecs {
    requires io.emotion4j.api;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.leptonica;
    requires static org.jspecify;

    provides io.emotion4j.spi.PictureDecoder with
            io.emotion4j.codecs.LeptonicaDecoder;
}
