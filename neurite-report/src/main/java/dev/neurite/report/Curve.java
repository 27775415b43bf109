package dev.neurite.report;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Points (x, y) under one name, drawn as a line or as dots. A y that is not finite is left out.
public final class Curve {
    private final String name;
    private final double[] x;
    private final double[] y;
    private final boolean dots;

    private Curve(String name, double[] x, double[] y, boolean dots) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "curve " + name + " must have as many y as x, got " + y.length + " and " + x.length);
        }
        this.name = name;
        this.x = x.clone();
        this.y = y.clone();
        this.dots = dots;
    }

    /// A line through the given points.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static Curve line(String name, double[] x, double[] y) {
        return new Curve(name, x, y, false);
    }

    /// The graph of a function at the given x.
    public static Curve line(String name, double[] x, DoubleUnaryOperator function) {
        return line(name, x, Arrays.stream(x).map(function).toArray());
    }

    /// Dots at the given points.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static Curve dots(String name, double[] x, double[] y) {
        return new Curve(name, x, y, true);
    }

    /// Dots on the graph of a function at the given x.
    public static Curve dots(String name, double[] x, DoubleUnaryOperator function) {
        return dots(name, x, Arrays.stream(x).map(function).toArray());
    }

    /// `count` numbers from `first` to `last` at equal distances.
    ///
    /// @throws IllegalArgumentException if `count` is less than 2
    public static double[] grid(double first, double last, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("grid count must be at least 2, got " + count);
        }
        double[] grid = new double[count];
        Arrays.setAll(grid, i -> first + (last - first) * i / (count - 1));
        return grid;
    }

    /// What the legend calls it.
    public String name() {
        return name;
    }

    /// Number of points.
    public int size() {
        return x.length;
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    boolean isDots() {
        return dots;
    }
}
