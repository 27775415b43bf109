package dev.neurite.textbook;

import static java.lang.Math.exp;

/// Negative log-likelihood of a count t with the mean `exp z`, without the term `log t!` that has no z:
///
/// ```text
/// f  = exp z − t·z
/// f′ = exp z − t
/// ```
record PoissonLoss() implements OutputLoss {
    @Override
    public double value(double z, double t) {
        return exp(z) - t * z;
    }

    @Override
    public double slope(double z, double t) {
        return exp(z) - t;
    }
}
