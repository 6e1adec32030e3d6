package io.emotion4j.spark;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Adds faces and error to every row of a partition, one after the other; a picture that was analyzed is not kept. */
record FacesOfPartition(String contentColumn, AnalyzerSettings settings, Counters counters)
        implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                PictureResult result = PictureResult.of(row.getAs(contentColumn), settings);
                counters.add(result);
                Object[] values = new Object[row.size() + 2];
                for (int i = 0; i < row.size(); i++) {
                    values[i] = row.get(i);
                }
                values[row.size()] = result.faces();
                values[row.size() + 1] = result.error();
                return RowFactory.create(values);
            }
        };
    }
}
