package dev.neurite.loss;

import org.jspecify.annotations.Nullable;

/// Negative log-likelihood of counts whose logarithmic mean is the logit: `l = exp z − t·z`, mean over the outputs of a
/// row, with gradient `exp z − t`. The term `log t!`, which does not depend on z, is left out.
/// McCullagh and Nelder 1989, "Generalized linear models", chapter 6.
///
/// The prediction is the mean count `exp z`. Beyond z = 88 it exceeds what a float holds, and training diverges.
public record Poisson() implements Pointwise {
    @Override
    public String name() {
        return "Poisson negative log-likelihood";
    }

    @Override
    public Link link() {
        return Link.EXP;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.counts(target, offset, outputs);
    }

    @Override
    public double value(double z, double t) {
        return StrictMath.exp(z) - t * z;
    }

    @Override
    public double slope(double z, double t) {
        return StrictMath.exp(z) - t;
    }
}
