package io.emotion4j.evaluation;

/** How a report is printed. */
enum Output {
    TEXT,
    JSON
}
