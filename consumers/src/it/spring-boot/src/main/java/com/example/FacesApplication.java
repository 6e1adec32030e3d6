package com.example;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.ImageDecodeException;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes pictures and answers with their faces: {@code curl -F picture=@photo.jpg localhost:8080/faces}. */
@SpringBootApplication
@RestController
public class FacesApplication {

    private final EmotionAnalyzer analyzer;

    /**
     * Gets the analyzer that the starter opened.
     *
     * @param analyzer closed with the application
     */
    public FacesApplication(EmotionAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    public static void main(String[] args) {
        SpringApplication.run(FacesApplication.class, args);
    }

    /**
     * Analyzes an upload. What is no picture is answered by the starter: 422, or 413 where it is too large.
     *
     * @param picture the upload
     * @return its faces, as JSON
     * @throws ImageDecodeException if it is no picture
     * @throws IOException if the upload breaks off
     */
    @PostMapping("/faces")
    public Analysis faces(@RequestParam MultipartFile picture) throws IOException {
        return analyzer.analyze(picture.getBytes());
    }
}
