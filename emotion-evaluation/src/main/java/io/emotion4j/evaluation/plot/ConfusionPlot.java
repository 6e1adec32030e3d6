package io.emotion4j.evaluation.plot;

import io.emotion4j.evaluation.classifier.Scorecard;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * A confusion matrix as a heat map: each row in percent of the pictures that are truly so.
 *
 * @since 0.1.0
 */
public final class ConfusionPlot {

    private ConfusionPlot() {}

    /**
     * Draws it.
     *
     * @param title of the plot
     * @param confusion the counts
     * @param file PNG file to write
     * @throws IOException if it cannot be written
     */
    public static void write(String title, Scorecard.Confusion confusion, Path file) throws IOException {
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(800)
                .height(720)
                .title(title)
                .xAxisTitle("the model said")
                .yAxisTitle("true")
                .build();
        Plots.plain(chart.getStyler());
        chart.getStyler()
                .setShowValue(true)
                .setHeatMapValueDecimalPattern("0")
                .setMin(0)
                .setMax(100)
                .setRangeColors(new Color[] {Color.WHITE, new Color(0x6a, 0xa5, 0xd8)})
                .setLegendPosition(LegendPosition.OutsideE);
        int size = confusion.labels().size();
        List<String> rowsFromBelow = new ArrayList<>();
        List<Number[]> cells = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            int truth = size - 1 - row;
            rowsFromBelow.add(confusion.labels().get(truth));
            List<Integer> counts = confusion.counts().get(truth);
            int total = counts.stream().mapToInt(Integer::intValue).sum();
            for (int column = 0; column < size; column++) {
                cells.add(new Number[] {column, row, total == 0 ? 0 : 100.0 * counts.get(column) / total});
            }
        }
        chart.addSeries("%", confusion.labels(), rowsFromBelow, cells);
        Plots.write(chart, file);
    }
}
