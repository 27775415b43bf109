package dev.neurite.textbook;

import static java.lang.Math.log;

/// Cross-entropy of predicted and true probabilities, also known as negative log-likelihood where t is one-hot:
///
/// ```text
/// l      = −Σⱼ tⱼ log pⱼ
/// ∂l/∂pⱼ = −tⱼ / pⱼ
/// ```
///
/// Terms with tⱼ = 0 are 0, also where pⱼ is.
record CrossEntropyLoss() implements RowLoss {
    @Override
    public double value(double[] p, double[] t) {
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            sum -= t[j] == 0 ? 0 : t[j] * log(p[j]);
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] p, double[] t) {
        double[] gradient = new double[p.length];
        for (int j = 0; j < p.length; j++) {
            gradient[j] = t[j] == 0 ? 0 : -t[j] / p[j];
        }
        return gradient;
    }
}
