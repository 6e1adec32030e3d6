package io.emotion4j.evaluation.plot;

import io.emotion4j.internal.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How the figures of a training run move from epoch to epoch: panels below each other.
 *
 * @since 0.1.0
 */
public final class CurvesPlot {

    private CurvesPlot() {}

    /**
     * A curve.
     *
     * @param name in the legend
     * @param x ascending
     * @param y as many as {@code x}
     */
    public record Curve(String name, double[] x, double[] y) {}

    /**
     * Curves that share an axis.
     *
     * @param title of the axis
     * @param curves not empty
     */
    public record Panel(String title, List<Curve> curves) {

        /** Copies the list. */
        public Panel {
            curves = List.copyOf(curves);
        }
    }

    /**
     * Draws them.
     *
     * @param title over the first panel
     * @param panels from above
     * @param file PNG file to write
     * @throws IOException if it cannot be written
     */
    public static void write(String title, List<Panel> panels, Path file) throws IOException {
        List<XYChart> charts = new ArrayList<>();
        for (Panel panel : panels) {
            XYChart chart = new XYChartBuilder()
                    .width(900)
                    .height(360)
                    .title(charts.isEmpty() ? title : "")
                    .xAxisTitle("epoch")
                    .yAxisTitle(panel.title())
                    .build();
            Plots.plain(chart.getStyler());
            chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
            for (Curve curve : panel.curves()) {
                chart.addSeries(curve.name(), curve.x(), curve.y())
                        .setMarker(curve.x().length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
            }
            charts.add(chart);
        }
        WholeFile.write(file, out -> BitmapEncoder.saveBitmap(charts, charts.size(), 1, out, BitmapFormat.PNG));
    }
}
