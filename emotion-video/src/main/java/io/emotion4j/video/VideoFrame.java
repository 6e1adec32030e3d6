package io.emotion4j.video;

import io.emotion4j.RgbImage;
import java.time.Duration;

/**
 * A frame of a video.
 *
 * @param number its place among all frames, from 0
 * @param time since the first frame
 * @param picture upright
 * @since 0.1.0
 */
public record VideoFrame(long number, Duration time, RgbImage picture) {}
