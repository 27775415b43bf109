package dev.neurite.optimize;

/// Half a cosine from the base down to the minimum, again and again:
/// `minimum + (base − minimum)·(1 + cos(π·done/length))/2`, where `length` is that of the present cycle and `done` the
/// steps of it that are done. Loshchilov and Hutter 2017, "SGDR", equation 5.
///
/// @param period     length of the first cycle in steps, positive
/// @param multiplier by how much each cycle is longer than the one before, positive
/// @param minimum    learning rate at the end of a cycle, not negative
public record CosineRestarts(long period, int multiplier, double minimum) implements Schedule {
    /// Checks the numbers.
    public CosineRestarts {
        Constants.requirePositive("CosineRestarts.period", period);
        Constants.requirePositive("CosineRestarts.multiplier", multiplier);
        Constants.requireNotNegative("CosineRestarts.minimum", minimum);
    }

    @Override
    public double at(double base, long step, long steps) {
        long done = multiplier == 1 ? step % period : step;
        long length = period;
        while (done >= length) {
            done -= length;
            length *= multiplier;
        }
        return minimum + (base - minimum) * Progress.halfCosine(Progress.of(done, length));
    }
}
