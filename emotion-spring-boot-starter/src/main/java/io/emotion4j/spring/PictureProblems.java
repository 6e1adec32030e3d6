package io.emotion4j.spring;

import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.ImageDecodeException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what is wrong with a picture that was sent. An advice of the application's goes before it. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class PictureProblems {

    private static final int CONTENT_TOO_LARGE = 413;
    private static final int UNPROCESSABLE_CONTENT = 422;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ImageDecodeException e) {
        return switch (e.reason()) {
            case BUSY -> tryAgain(e.reason());
            case TOO_LARGE ->
                answer(problem(CONTENT_TOO_LARGE, "The picture is too large", e.getMessage(), e.reason()));
            case UNKNOWN_FORMAT, BROKEN ->
                answer(problem(UNPROCESSABLE_CONTENT, "The picture cannot be decoded", e.getMessage(), e.reason()));
            // Its message names a file of this machine's, which is nobody else's business.
            case UNREADABLE ->
                answer(problem(
                        UNPROCESSABLE_CONTENT,
                        "The picture cannot be read",
                        "Its bytes could not be read",
                        e.reason()));
        };
    }

    /** The picture may be fine: whoever sent it may try again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> givenUp(AnalysisAbortedException e) {
        return tryAgain(e.reason());
    }

    private static ResponseEntity<ProblemDetail> tryAgain(Enum<?> reason) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE.value(),
                        "The analysis was given up",
                        "The application is busy; try again later",
                        reason));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }

    private static ProblemDetail problem(int status, String title, @Nullable String detail, Enum<?> reason) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        problem.setDetail(detail);
        problem.setProperty("reason", reason);
        return problem;
    }
}
