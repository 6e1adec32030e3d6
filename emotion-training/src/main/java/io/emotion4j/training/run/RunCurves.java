package io.emotion4j.training.run;

import io.emotion4j.evaluation.plot.CurvesPlot;
import io.emotion4j.training.torch.MetricsLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the figures of a run over its epochs: losses, what is measured, learning rate.
 *
 * @since 0.1.0
 */
public final class RunCurves {

    /** File name of the picture in the run's folder. */
    public static final String FILE = "curves.png";

    private RunCurves() {}

    /**
     * Draws them; without a figure nothing is written.
     *
     * @param metrics the run's figures, as {@link MetricsLog} reads them
     * @param title of the picture
     * @param file PNG to write, usually {@value #FILE} in the run's folder
     * @throws IOException if the figures cannot be read or the picture cannot be written
     */
    public static void draw(Path metrics, String title, Path file) throws IOException {
        List<Map<String, Double>> epochs = MetricsLog.read(metrics);
        Map<String, List<CurvesPlot.Curve>> panels = new LinkedHashMap<>();
        for (String name :
                epochs.stream().flatMap(e -> e.keySet().stream()).distinct().toList()) {
            String panel = panel(name);
            List<Map<String, Double>> measured = epochs.stream()
                    .filter(e -> Double.isFinite(e.getOrDefault(name, Double.NaN)))
                    .toList();
            if (!panel.isEmpty() && !measured.isEmpty()) {
                double[] x = measured.stream()
                        .mapToDouble(e -> e.getOrDefault("epoch", Double.NaN))
                        .toArray();
                double[] y = measured.stream()
                        .mapToDouble(e -> e.getOrDefault(name, Double.NaN))
                        .toArray();
                panels.computeIfAbsent(panel, p -> new ArrayList<>()).add(new CurvesPlot.Curve(name, x, y));
            }
        }
        List<CurvesPlot.Panel> drawn = new ArrayList<>();
        panels.forEach((name, curves) -> drawn.add(new CurvesPlot.Panel(name, curves)));
        if (!drawn.isEmpty()) {
            CurvesPlot.write(title, drawn, file);
        }
    }

    /** {@return the panel that a figure is drawn in; nothing for those of the machine} */
    private static String panel(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("loss")) {
            return "loss";
        }
        if (lower.equals("rate")) {
            return "learning rate";
        }
        return lower.endsWith("accuracy")
                        || lower.endsWith("ap")
                        || lower.contains("recall")
                        || lower.endsWith("landmarkerror")
                ? "measured"
                : "";
    }
}
