/**
 * Follows the faces of a video: frames of files, cameras and folders, tracks over them, their timeline.
 *
 * <p>JavaCV and FFmpeg are used from the class path, even by a modular program: as a module JavaCV would require OpenCV,
 * JavaFX and a dozen more.
 */
module io.emotion4j.video {
    requires transitive io.emotion4j.api;
    requires transitive io.emotion4j.output;
    requires static transitive org.jspecify;

    exports io.emotion4j.video;
}
