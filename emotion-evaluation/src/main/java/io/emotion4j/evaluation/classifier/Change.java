package io.emotion4j.evaluation.classifier;

import io.emotion4j.RgbImage;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A way to make a face crop harder, to see how much a classifier suffers.
 *
 * @param name as in the report
 * @param change draws the changed picture
 */
record Change(String name, UnaryOperator<RgbImage> change) {

    /** What is tried when nothing else is said. */
    static List<Change> all() {
        return List.of(
                mirrored(),
                brightness(0.4),
                brightness(0.7),
                brightness(1.5),
                brightness(2.2),
                blurred(1.0 / 48),
                blurred(2.0 / 48),
                smaller(32),
                smaller(24),
                smaller(16),
                rotated(-20),
                rotated(-10),
                rotated(10),
                rotated(20),
                covered("eyes covered", 0, 0.28, 1, 0.5),
                covered("mouth covered", 0.2, 0.66, 0.8, 0.95),
                covered("left half covered", 0, 0, 0.5, 1));
    }

    static Change mirrored() {
        return new Change("mirrored", image -> {
            Planes from = Planes.of(image);
            return Planes.draw(from.width, from.height, (x, y, c) -> from.at(from.width - 1 - x, y, c));
        });
    }

    static Change brightness(double factor) {
        return new Change("brightness x" + factor, image -> {
            Planes from = Planes.of(image);
            return Planes.draw(from.width, from.height, (x, y, c) -> factor * from.at(x, y, c));
        });
    }

    /** Gaussian blur; {@code sigma} as a share of the picture's shorter side. */
    static Change blurred(double sigma) {
        return new Change("blurred by 1/" + Math.round(1 / sigma) + " of the side", image -> {
            double pixels = sigma * Math.min(image.width(), image.height());
            return blur(blur(image, pixels, 1, 0), pixels, 0, 1);
        });
    }

    private static RgbImage blur(RgbImage image, double sigma, int stepX, int stepY) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
            sum += weights[i];
        }
        double total = sum;
        Planes from = Planes.of(image);
        return Planes.draw(from.width, from.height, (x, y, c) -> {
            double value = 0;
            for (int i = 0; i < weights.length; i++) {
                value += weights[i] * from.at(x + stepX * (i - reach), y + stepY * (i - reach), c);
            }
            return value / total;
        });
    }

    /** As from a face so small: each new pixel is the mean of those it covers. Pictures that are smaller stay as they are. */
    static Change smaller(int side) {
        return new Change("only " + side + " px", image -> {
            int shorter = Math.min(image.width(), image.height());
            if (shorter <= side) {
                return image;
            }
            Planes from = Planes.of(image);
            int width = Math.round((float) from.width * side / shorter);
            int height = Math.round((float) from.height * side / shorter);
            double stepX = (double) from.width / width;
            double stepY = (double) from.height / height;
            return Planes.draw(
                    width, height, (x, y, c) -> from.mean(x * stepX, y * stepY, (x + 1) * stepX, (y + 1) * stepY, c));
        });
    }

    /** Turned about its centre, clockwise where positive. */
    static Change rotated(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Change("rotated by " + Math.round(degrees) + " degrees", image -> {
            Planes from = Planes.of(image);
            double centreX = from.width / 2.0;
            double centreY = from.height / 2.0;
            return Planes.draw(from.width, from.height, (x, y, c) -> {
                double u = x + 0.5 - centreX;
                double v = y + 0.5 - centreY;
                return from.between(centreX + cos * u + sin * v, centreY - sin * u + cos * v, c);
            });
        });
    }

    /** With a rectangle, in shares of the sides, filled by the picture's mean. */
    static Change covered(String name, double left, double top, double right, double bottom) {
        return new Change(name, image -> {
            Planes from = Planes.of(image);
            double[] mean = new double[Planes.CHANNELS];
            for (int c = 0; c < mean.length; c++) {
                mean[c] = from.mean(0, 0, from.width, from.height, c);
            }
            return Planes.draw(from.width, from.height, (x, y, c) -> {
                double u = (x + 0.5) / from.width;
                double v = (y + 0.5) / from.height;
                return u > left && u < right && v > top && v < bottom ? mean[c] : from.at(x, y, c);
            });
        });
    }
}
