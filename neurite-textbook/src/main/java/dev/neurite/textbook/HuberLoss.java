package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.signum;

/// Huber's loss, a parabola that goes on as a line at δ. With `e = z − t`:
///
/// ```text
/// f  = ½e²             |e| ≤ δ
///    = δ(|e| − ½δ)     else
/// f′ = e               |e| ≤ δ
///    = δ·sign(e)       else
/// ```
record HuberLoss(double delta) implements OutputLoss {
    @Override
    public double value(double z, double t) {
        double e = z - t;
        return abs(e) <= delta ? 0.5 * e * e : delta * (abs(e) - 0.5 * delta);
    }

    @Override
    public double slope(double z, double t) {
        double e = z - t;
        return abs(e) <= delta ? e : delta * signum(e);
    }
}
