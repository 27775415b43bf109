package dev.neurite.report;

import dev.neurite.activation.Activation;
import java.util.ArrayList;
import java.util.List;

/// Functions of one number: what a network fitted and the truth, an activation and its derivative.
///
/// @param title  what stands above
/// @param xTitle what x is, with its unit
/// @param yTitle what y is, with its unit
/// @param curves the functions; the later ones are drawn over the earlier ones
public record FunctionChart(String title, String xTitle, String yTitle, List<Curve> curves) implements Chart {
    /// Copies the list.
    public FunctionChart {
        curves = List.copyOf(curves);
    }

    /// A chart of the given curves.
    public static FunctionChart of(String title, String xTitle, String yTitle, Curve... curves) {
        return new FunctionChart(title, xTitle, yTitle, List.of(curves));
    }

    /// An activation and its derivative between `from` and `to`.
    public static FunctionChart of(Activation activation, double from, double to) {
        double[] z = Curve.grid(from, to, 401);
        return of(
                "The activation " + activation.name() + " and its derivative",
                "z",
                "f(z), f′(z)",
                Curve.line("f(z)", z, activation::value),
                Curve.line("f′(z)", z, activation::derivative));
    }

    /// With one more curve.
    public FunctionChart with(Curve curve) {
        List<Curve> all = new ArrayList<>(curves);
        all.add(curve);
        return new FunctionChart(title, xTitle, yTitle, all);
    }
}
