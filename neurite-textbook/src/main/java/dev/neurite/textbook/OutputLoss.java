package dev.neurite.textbook;

/// A loss of each output for itself; that of a row is the mean over its m outputs:
///
/// ```text
/// l      = (1/m) Σⱼ f(zⱼ, tⱼ)
/// ∂l/∂zⱼ = (1/m) f′(zⱼ, tⱼ)
/// ```
interface OutputLoss extends RowLoss {
    /// `f(z, t)`
    double value(double z, double t);

    /// `f′(z, t) = ∂f/∂z`
    double slope(double z, double t);

    @Override
    default double value(double[] z, double[] t) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum += value(z[j], t[j]);
        }
        return sum / z.length;
    }

    @Override
    default double[] gradient(double[] z, double[] t) {
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            gradient[j] = slope(z[j], t[j]) / z.length;
        }
        return gradient;
    }
}
