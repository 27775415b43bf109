package dev.neurite.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Colours that people with any kind of colour blindness tell apart (Okabe and Ito 2008, "Color universal design"),
/// with a stroke and a shape for each, so that a chart can be read without colour too.
final class Palette {
    private static final List<Color> COLORS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));

    private static final List<float[]> DASHES =
            List.of(new float[0], new float[] {9, 5}, new float[] {2, 4}, new float[] {9, 4, 2, 4});

    private static final double SIZE = 7;

    private Palette() {}

    static Color color(int index) {
        return COLORS.get(index % COLORS.size());
    }

    /// The colour mixed with white, for areas behind points.
    static Color pale(int index) {
        Color color = color(index);
        return new Color(mixed(color.getRed()), mixed(color.getGreen()), mixed(color.getBlue()));
    }

    private static int mixed(int channel) {
        return 255 - (255 - channel) / 5;
    }

    static Stroke stroke(int index) {
        float[] dash = DASHES.get(index % DASHES.size());
        return dash.length == 0
                ? new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /// A circle, a triangle, a square or a diamond around the origin.
    static Shape shape(int index) {
        double half = SIZE / 2;
        return switch (index % 4) {
            case 0 -> new Ellipse2D.Double(-half, -half, SIZE, SIZE);
            case 1 -> polygon(0, -half - 0.5, half + 0.5, half, -half - 0.5, half);
            case 2 -> new Rectangle2D.Double(-half, -half, SIZE, SIZE);
            default -> polygon(0, -half - 1, half + 1, 0, 0, half + 1, -half - 1, 0);
        };
    }

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
