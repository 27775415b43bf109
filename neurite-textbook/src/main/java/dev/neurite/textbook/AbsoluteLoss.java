package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.signum;

/// Absolute error:
///
/// ```text
/// f  = |z − t|
/// f′ = sign(z − t)          0 where z = t
/// ```
record AbsoluteLoss() implements OutputLoss {
    @Override
    public double value(double z, double t) {
        return abs(z - t);
    }

    @Override
    public double slope(double z, double t) {
        return signum(z - t);
    }
}
