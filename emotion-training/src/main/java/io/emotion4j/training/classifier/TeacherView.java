package io.emotion4j.training.classifier;

/**
 * What teachers are asked about.
 *
 * @since 0.1.0
 */
public enum TeacherView {
    /** Every training face and its mirror picture, once, before training begins. */
    FACES,
    /**
     * Every input as the network sees it, changed and mixed: an answer fits what it is learnt of, and there are as many as there are steps
     * (Beyer et al. 2022, "Knowledge distillation: a good teacher is patient and consistent"). Each step takes their time, too.
     */
    INPUTS
}
