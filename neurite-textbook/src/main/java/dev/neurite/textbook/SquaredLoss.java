package dev.neurite.textbook;

/// Squared error, mean over the m outputs of a row or sum over them (m = 1 in the formulas):
///
/// ```text
/// l      = (1/m) Σⱼ (zⱼ − tⱼ)²
/// ∂l/∂zⱼ = (2/m)(zⱼ − tⱼ)
/// ```
record SquaredLoss(boolean sumOverOutputs) implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum += (z[j] - t[j]) * (z[j] - t[j]);
        }
        return sum / divisor(z);
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            gradient[j] = 2 * (z[j] - t[j]) / divisor(z);
        }
        return gradient;
    }

    private int divisor(double[] z) {
        return sumOverOutputs ? 1 : z.length;
    }
}
