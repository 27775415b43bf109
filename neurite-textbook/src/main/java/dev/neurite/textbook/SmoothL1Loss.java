package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.signum;

/// Absolute error with a parabola of half-width β at 0. With `e = z − t`:
///
/// ```text
/// f  = ½e²/β           |e| < β
///    = |e| − ½β        else
/// f′ = e/β             |e| < β
///    = sign(e)         else
/// ```
record SmoothL1Loss(double beta) implements OutputLoss {
    @Override
    public double value(double z, double t) {
        double e = z - t;
        return abs(e) < beta ? 0.5 * e * e / beta : abs(e) - 0.5 * beta;
    }

    @Override
    public double slope(double z, double t) {
        double e = z - t;
        return abs(e) < beta ? e / beta : signum(e);
    }
}
