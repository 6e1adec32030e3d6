package io.emotion4j.evaluation.plot;

import io.emotion4j.internal.files.WholeFile;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;

/** The look that all plots share, and how they are written. */
final class Plots {

    static final Color MAIN = new Color(0x1f, 0x5a, 0x96);
    static final Color PALE = new Color(0xb0, 0xb8, 0xc0);

    private Plots() {}

    static void plain(Styler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartTitleBoxVisible(false);
        styler.setAnnotationTextFontColor(Color.BLACK);
    }

    static void write(Chart<?, ?> chart, Path file) throws IOException {
        WholeFile.write(file, out -> BitmapEncoder.saveBitmap(chart, out, BitmapFormat.PNG));
    }
}
