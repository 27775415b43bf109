package dev.neurite.train;

/// A smooth function of many numbers, to be made small.
interface Objective {
    /// The value and the gradient at a point.
    ///
    /// @param point    not modified
    /// @param gradient receives the gradient
    double evaluate(double[] point, double[] gradient);

    /// Moves a point to the nearest that the function can tell from others; nowhere, where it is computed
    /// in double.
    default void round(double[] point) {}

    /// How far values may be off, relative to their magnitude; 0 where they are computed in double.
    default double uncertainty() {
        return 0;
    }
}
