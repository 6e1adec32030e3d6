package io.emotion4j.evaluation.plot;

import io.emotion4j.evaluation.detector.PrecisionRecall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Precision against recall.
 *
 * @since 0.1.0
 */
public final class PrecisionRecallPlot {

    /** So many points draw any curve smoothly. */
    private static final int MOST_POINTS = 2000;

    private PrecisionRecallPlot() {}

    /**
     * Draws it.
     *
     * @param title of the plot
     * @param curve from the surest find on
     * @param file PNG file to write
     * @throws IOException if it cannot be written
     */
    public static void write(String title, List<PrecisionRecall.Point> curve, Path file) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(720)
                .height(720)
                .title(title)
                .xAxisTitle("recall")
                .yAxisTitle("precision")
                .build();
        Plots.plain(chart.getStyler());
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0)
                .setLegendVisible(false);
        int step = Math.max(1, curve.size() / MOST_POINTS);
        int points = Math.max(1, (curve.size() + step - 1) / step);
        double[] recall = new double[points];
        double[] precision = new double[points];
        for (int i = 0; i < curve.size(); i += step) {
            recall[i / step] = curve.get(i).recall();
            precision[i / step] = curve.get(i).precision();
        }
        chart.addSeries("curve", recall, precision)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Plots.MAIN);
        Plots.write(chart, file);
    }
}
