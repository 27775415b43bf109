package dev.neurite.optimize;

/// How far a training has come.
final class Progress {
    private Progress() {}

    /// Share of the steps done, in [0, 1].
    static double of(long step, long steps) {
        return steps < 1 ? 1 : Math.min(1, (double) step / (double) steps);
    }

    /// `(1 + cos(π·t))/2`: from 1 at t = 0 to 0 at t = 1.
    static double halfCosine(double t) {
        return (1 + Exact.cosineOfPi(t)) / 2;
    }
}
