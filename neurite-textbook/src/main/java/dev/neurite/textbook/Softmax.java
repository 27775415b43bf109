package dev.neurite.textbook;

import static java.lang.Math.exp;
import static java.lang.Math.max;

/// Softmax and its Jacobian:
///
/// ```text
/// pᵢ      = exp zᵢ / Σₖ exp zₖ
/// ∂pᵢ/∂zⱼ = pᵢ(1 − pᵢ)  where i = j
///         = −pᵢ·pⱼ      elsewhere
/// ```
///
/// The largest z is subtracted from all first, which changes no p and keeps exp from overflowing.
record Softmax() implements OutputFunction {
    @Override
    public double[] value(double[] z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double zi : z) {
            largest = max(largest, zi);
        }
        double[] p = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            p[i] = exp(z[i] - largest);
            sum += p[i];
        }
        for (int i = 0; i < z.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    @Override
    public double[][] jacobian(double[] z) {
        return jacobianAt(value(z));
    }

    /// The Jacobian as a function of the prediction p (outputs).
    static double[][] jacobianAt(double[] p) {
        double[][] jacobian = new double[p.length][p.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                jacobian[i][j] = i == j ? p[i] * (1 - p[i]) : -p[i] * p[j];
            }
        }
        return jacobian;
    }
}
