package com.example

import io.emotion4j.BoundingBox
import io.emotion4j.Emotion
import io.emotion4j.EmotionAnalyzer
import io.emotion4j.Face
import io.emotion4j.FaceDetector
import io.emotion4j.ImageDecodeException
import io.emotion4j.Landmarks
import io.emotion4j.RgbImage
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path

class CallsTest {

    private val sample: Path = Path.of(System.getProperty("sample"))

    @Test
    fun `three lines name seven expressions`() {
        val before = System.out
        val printed = ByteArrayOutputStream()
        System.setOut(PrintStream(printed, true))
        try {
            main(arrayOf(sample.toString()))
        } finally {
            System.setOut(before)
        }
        assertEquals(
            setOf("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"),
            printed.toString().lines().filter { it.isNotEmpty() }.map { it.substringBefore(' ') }.toSet(),
        )
    }

    /** What may be null has a type that says so, and what may not be has not. */
    @Test
    fun `what may be null is told by its type`() {
        EmotionAnalyzer.builder().engine("onnx").minConfidence(0.5f).build().use { analyzer ->
            val analysis = analyzer.analyze(sample)
            val detector: String? = analysis.detector()
            assertEquals("face-pyramid", detector)
            for (face in analysis) {
                val landmarks: Landmarks? = face.landmarks()
                assertNotNull(landmarks)
                val emotion: Emotion = face.emotion()
                assertEquals(face.score(), face.scores().getValue(emotion))
            }
        }
    }

    @Test
    fun `a lambda is a detector`() {
        val wholePicture = FaceDetector { image: RgbImage ->
            listOf(Face(BoundingBox(0f, 0f, image.width().toFloat(), image.height().toFloat()), 1f, null))
        }
        EmotionAnalyzer.builder().detector(wholePicture).build().use { analyzer ->
            assertEquals(1, analyzer.analyze(sample).faces().size)
        }
    }

    @Test
    fun `a broken picture says why`() {
        EmotionAnalyzer.create().use { analyzer ->
            val problem = assertThrows(ImageDecodeException::class.java) { analyzer.analyze(byteArrayOf(1, 2, 3)) }
            val why = when (problem.reason()) {
                ImageDecodeException.Reason.UNKNOWN_FORMAT -> "unknown"
                else -> "other"
            }
            assertEquals("unknown", why)
        }
    }
}
