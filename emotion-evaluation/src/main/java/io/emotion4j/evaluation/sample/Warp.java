package io.emotion4j.evaluation.sample;

import io.emotion4j.Point;
import java.util.List;

/**
 * Moves points exactly to other points and everything between them as little bent as possible: a thin-plate spline
 * (<a href="https://doi.org/10.1109/34.24792">Bookstein 1989</a>). Maps a place in the output to the place in the source.
 */
final class Warp {

    private final List<Point> anchors;
    private final double[] forX;
    private final double[] forY;

    /**
     * Solves for the spline.
     *
     * @param output places in the output, at least three that do not lie on a line
     * @param source where each of them lies in the source
     */
    Warp(List<Point> output, List<Point> source) {
        this.anchors = List.copyOf(output);
        int n = output.size();
        double[][] system = new double[n + 3][n + 5];
        for (int i = 0; i < n; i++) {
            Point p = output.get(i);
            for (int j = 0; j < n; j++) {
                system[i][j] =
                        bend(p.x() - output.get(j).x(), p.y() - output.get(j).y());
            }
            double[] plane = {1, p.x(), p.y()};
            for (int k = 0; k < plane.length; k++) {
                system[i][n + k] = plane[k];
                system[n + k][i] = plane[k];
            }
            system[i][n + 3] = source.get(i).x();
            system[i][n + 4] = source.get(i).y();
        }
        solve(system);
        forX = column(system, n + 3);
        forY = column(system, n + 4);
    }

    double x(double x, double y) {
        return value(forX, x, y);
    }

    double y(double x, double y) {
        return value(forY, x, y);
    }

    private double value(double[] weights, double x, double y) {
        int n = anchors.size();
        double value = weights[n] + weights[n + 1] * x + weights[n + 2] * y;
        for (int i = 0; i < n; i++) {
            value +=
                    weights[i] * bend(x - anchors.get(i).x(), y - anchors.get(i).y());
        }
        return value;
    }

    private static double bend(double dx, double dy) {
        double r2 = dx * dx + dy * dy;
        return r2 == 0 ? 0 : r2 * Math.log(r2);
    }

    private static double[] column(double[][] rows, int column) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }

    /** Gauss-Jordan elimination with row exchanges; leaves the solutions in the last columns. */
    private static void solve(double[][] rows) {
        int n = rows.length;
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) {
                best = Math.abs(rows[r][c]) > Math.abs(rows[best][c]) ? r : best;
            }
            double[] swap = rows[best];
            rows[best] = rows[c];
            rows[c] = swap;
            if (rows[c][c] == 0) {
                throw new IllegalArgumentException("The points lie on a line");
            }
            for (int r = 0; r < n; r++) {
                double factor = r == c ? 0 : rows[r][c] / rows[c][c];
                for (int k = c; factor != 0 && k < rows[r].length; k++) {
                    rows[r][k] -= factor * rows[c][k];
                }
            }
        }
        for (int r = 0; r < n; r++) {
            for (int k = n; k < rows[r].length; k++) {
                rows[r][k] /= rows[r][r];
            }
        }
    }
}
