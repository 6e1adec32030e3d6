/** Faces over the frames of a video, a camera or a folder of pictures. */
@NullMarked
package io.emotion4j.video;

import org.jspecify.annotations.NullMarked;
