package dev.neurite.textbook;

import static java.lang.Math.exp;

/// Pairs (m, s) of outputs as mean and variance: `p = m` and `p = log(1 + exp s) + 10⁻⁶` in turn.
record MeanAndVariance() implements OutputFunction {
    @Override
    public double[] value(double[] z) {
        double[] p = z.clone();
        for (int j = 1; j < z.length; j += 2) {
            p[j] = GaussianLoss.variance(z[j]);
        }
        return p;
    }

    @Override
    public double[][] jacobian(double[] z) {
        double[][] jacobian = new double[z.length][z.length];
        for (int j = 0; j < z.length; j++) {
            jacobian[j][j] = j % 2 == 0 ? 1 : 1 / (1 + exp(-z[j]));
        }
        return jacobian;
    }
}
