package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a user tests his program without any engine: the public interfaces can be mocked. */
class MockedClassifierTest {

    @Test
    void classifierCanBeMockedAndDetectorCanBeALambda() {
        EmotionClassifier classifier = mock(EmotionClassifier.class);
        when(classifier.id()).thenReturn("mocked");
        when(classifier.engine()).thenReturn("none");
        when(classifier.classify(any(), anyList()))
                .thenReturn(List.of(EmotionScores.of(List.of(Emotion.HAPPY, Emotion.SAD), 0.9f, 0.1f)));
        RgbImage picture = RgbImage.of(2, 2, new byte[12]);
        try (var analyzer = EmotionAnalyzer.builder()
                .detector(image -> List.of(Face.filling(image)))
                .classifier(classifier)
                .build()) {
            assertEquals(Emotion.HAPPY, analyzer.analyze(picture).faces().get(0).emotion());
        }
        verify(classifier).classify(picture, List.of(Face.filling(picture)));
        verify(classifier, never()).close();
    }
}
