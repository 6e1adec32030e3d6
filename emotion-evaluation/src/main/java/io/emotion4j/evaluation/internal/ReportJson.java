package io.emotion4j.evaluation.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reports as JSON: a record is an object with its components. */
public final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .build();

    private static final JsonMapper LINES = JsonMapper.builder().build();

    private ReportJson() {}

    /**
     * Writes a report.
     *
     * @param report a record
     * @return indented JSON
     */
    public static String pretty(Object report) {
        return write(MAPPER, report);
    }

    /**
     * Writes a report on one line.
     *
     * @param report a record
     * @return JSON without line feeds
     */
    public static String line(Object report) {
        return write(LINES, report);
    }

    private static String write(JsonMapper mapper, Object report) {
        try {
            return mapper.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON: " + report, e);
        }
    }
}
