package com.example

import io.emotion4j.{EmotionAnalyzer, Face, ImageDecodeException, RgbImage}
import java.io.ByteArrayOutputStream
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.{assertEquals, assertThrows}
import org.junit.jupiter.api.Test
import scala.jdk.CollectionConverters._
import scala.util.Using

class CallsTest {

  private val sample = Path.of(System.getProperty("sample"))

  @Test
  def threeLinesNameSevenExpressions(): Unit = {
    val printed = new ByteArrayOutputStream()
    Console.withOut(printed)(ThreeLines.main(Array(sample.toString)))
    assertEquals(
      Set("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"),
      printed.toString.linesIterator.map(_.takeWhile(_ != ' ')).toSet
    )
  }

  @Test
  def scoresAreAMapAndAFunctionIsADetector(): Unit = {
    val wholePicture = (image: RgbImage) => java.util.List.of(Face.filling(image))
    Using.resource(EmotionAnalyzer.builder().detector(image => wholePicture(image)).build()) { analyzer =>
      val faces = analyzer.analyze(sample).faces.asScala
      assertEquals(1, faces.size)
      for (face <- faces; (emotion, score) <- face.scores.asScala.maxByOption(_._2)) {
        assertEquals(face.emotion, emotion)
        assertEquals(face.score, score)
      }
    }
  }

  @Test
  def brokenPictureSaysWhy(): Unit =
    Using.resource(EmotionAnalyzer.create()) { analyzer =>
      val problem = assertThrows(classOf[ImageDecodeException], () => analyzer.analyze(Array[Byte](1, 2, 3)))
      assertEquals(ImageDecodeException.Reason.UNKNOWN_FORMAT, problem.reason)
    }
}
