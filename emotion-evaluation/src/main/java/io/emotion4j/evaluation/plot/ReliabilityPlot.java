package io.emotion4j.evaluation.plot;

import io.emotion4j.evaluation.classifier.Calibration;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How often a classifier is right against how sure it is; one that is calibrated lies on the diagonal.
 *
 * @since 0.1.0
 */
public final class ReliabilityPlot {

    private ReliabilityPlot() {}

    /**
     * Draws it.
     *
     * @param title of the plot
     * @param bins the answers by confidence
     * @param file PNG file to write
     * @throws IOException if it cannot be written
     */
    public static void write(String title, List<Calibration.Bin> bins, Path file) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(720)
                .height(720)
                .title(title)
                .xAxisTitle("confidence")
                .yAxisTitle("accuracy")
                .build();
        Plots.plain(chart.getStyler());
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0)
                .setLegendPosition(LegendPosition.InsideNW);
        chart.addSeries("calibrated", new double[] {0, 1}, new double[] {0, 1})
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Plots.PALE)
                .setLineStyle(SeriesLines.DASH_DASH);
        List<Calibration.Bin> filled =
                bins.stream().filter(bin -> bin.count() > 0).toList();
        int total = Math.max(1, filled.stream().mapToInt(Calibration.Bin::count).sum());
        double[] confidence =
                filled.stream().mapToDouble(Calibration.Bin::confidence).toArray();
        chart.addSeries(
                        "the model",
                        confidence,
                        filled.stream().mapToDouble(Calibration.Bin::accuracy).toArray())
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(Plots.MAIN)
                .setLineColor(Plots.MAIN);
        chart.addSeries(
                        "share of the pictures",
                        confidence,
                        filled.stream()
                                .mapToDouble(bin -> (double) bin.count() / total)
                                .toArray())
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(new Color(0xd0, 0x80, 0x30))
                .setLineStyle(SeriesLines.DOT_DOT);
        Plots.write(chart, file);
    }
}
