package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.log1p;
import static java.lang.Math.max;
import static java.lang.Math.pow;

/// Focal loss of yes or no. With the sigmoid s, `p = s(z)` and `1 − p = s(−z)`:
///
/// ```text
/// f  = α·t·g(z) + (1 − α)(1 − t)·g(−z)           g(z)  = −(1 − p)^γ·log p
/// f′ = α·t·g′(z) − (1 − α)(1 − t)·g′(−z)         g′(z) = −(1 − p)^γ·((1 − p) − γ·p·log p)
/// ```
///
/// since `dp/dz = p(1 − p)`.
record SigmoidFocalLoss(double gamma, double alpha) implements OutputLoss {
    @Override
    public double value(double z, double t) {
        return alpha * t * g(z) + (1 - alpha) * (1 - t) * g(-z);
    }

    @Override
    public double slope(double z, double t) {
        return alpha * t * slopeOfG(z) - (1 - alpha) * (1 - t) * slopeOfG(-z);
    }

    private double g(double z) {
        return -pow(s(-z), gamma) * logOfS(z);
    }

    private double slopeOfG(double z) {
        return -pow(s(-z), gamma) * (s(-z) - gamma * s(z) * logOfS(z));
    }

    /// `s(z) = 1 / (1 + exp(−z))`
    private static double s(double z) {
        return 1 / (1 + exp(-z));
    }

    /// `log s(z) = −log(1 + exp(−z))`, with no exp that overflows
    private static double logOfS(double z) {
        return -max(-z, 0) - log1p(exp(-abs(z)));
    }
}
