package io.emotion4j.testkit;

/** What a backend may get wrong. */
enum Fault {
    NONE,
    SHARES_ITS_OUTPUTS,
    WRITES_TO_ITS_INPUT,
    MIXES_UP_THREADS,
    TURNS_BATCHES_ROUND,
    FORGETS_AN_OUTPUT,
    LOADS_ANYTHING,
    DIES_OF_A_BAD_INPUT,
    FALLS_BACK_TO_THE_PROCESSOR
}
