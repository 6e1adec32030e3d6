/**
 * MTCNN: three networks, of which each looks closer at what the one before it let through. See Zhang et al. 2016, <a
 * href="https://arxiv.org/abs/1604.02878">Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks</a>.
 */
@NullMarked
package io.emotion4j.internal.mtcnn;

import org.jspecify.annotations.NullMarked;
