package io.emotion4j.cli.evaluation;

/** How a report is printed. */
enum Output {
    TEXT,
    JSON
}
