package com.example

import io.emotion4j.EmotionAnalyzer
import java.nio.file.Path
import scala.util.Using

/** The shortest program of the README, in Scala. */
object ThreeLines {

  def main(args: Array[String]): Unit =
    Using.resource(EmotionAnalyzer.create()) { analyzer =>
      analyzer.analyze(Path.of(args(0))).forEach(face => println(face))
    }
}
