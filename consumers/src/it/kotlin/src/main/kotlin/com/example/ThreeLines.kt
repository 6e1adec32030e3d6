package com.example

import io.emotion4j.EmotionAnalyzer
import java.nio.file.Path

/** The shortest program of the README, in Kotlin. */
fun main(args: Array<String>) {
    EmotionAnalyzer.create().use { analyzer ->
        analyzer.analyze(Path.of(args[0])).forEach(::println)
    }
}
