package dev.neurite.optimize;

/// The base over the first part of the steps, then half a cosine down to the minimum:
/// `minimum + (base − minimum)·(1 + cos(π·t))/2` with `t = max(0, (step/steps − flat)/(1 − flat))`. With flat ½ the
/// schedule of weight decay and dropout in RealMLP (Holzmüller et al. 2024, "Better by default").
///
/// @param flat    share of the steps before the descent, in [0, 1)
/// @param minimum learning rate at the end, not negative
public record FlatCosine(double flat, double minimum) implements Schedule {
    /// Checks the numbers.
    public FlatCosine {
        Constants.requireFraction("FlatCosine.flat", flat);
        Constants.requireNotNegative("FlatCosine.minimum", minimum);
    }

    @Override
    public double at(double base, long step, long steps) {
        double t = Math.max(0, (Progress.of(step, steps) - flat) / (1 - flat));
        return minimum + (base - minimum) * Progress.halfCosine(t);
    }
}
