package dev.neurite.optimize;

/// Another schedule whose base shrinks when the loss no longer improves, as
/// `torch.optim.lr_scheduler.ReduceLROnPlateau`: after more than `patience` epochs in a row without
/// `loss < best − threshold·|best|`, `base ← max(factor·base, minimum)`.
///
/// Its decisions follow from the losses of all epochs so far, which belong to the training state: nothing else
/// is remembered.
///
/// @param next      the schedule
/// @param factor    of each reduction, in (0, 1)
/// @param patience  epochs without improvement that are forgiven, not negative
/// @param threshold relative improvement that counts, in [0, 1)
/// @param cooldown  epochs after a reduction that are not counted, not negative
/// @param minimum   smallest base, not negative
public record Plateau(Schedule next, double factor, int patience, double threshold, int cooldown, double minimum)
        implements Schedule {
    /// Checks the numbers.
    public Plateau {
        Constants.requirePositive("Plateau.factor", factor);
        Constants.requireFraction("Plateau.factor", factor);
        Constants.requireNotNegative("Plateau.patience", patience);
        Constants.requireFraction("Plateau.threshold", threshold);
        Constants.requireNotNegative("Plateau.cooldown", cooldown);
        Constants.requireNotNegative("Plateau.minimum", minimum);
    }

    /// Factor 0.1, patience 10, threshold 1e-4, no cooldown, minimum 0, as in PyTorch.
    public static Plateau of(Schedule next) {
        return new Plateau(next, 0.1, 10, 1e-4, 0, 0);
    }

    /// With another factor.
    public Plateau withFactor(double value) {
        return new Plateau(next, value, patience, threshold, cooldown, minimum);
    }

    /// With another patience.
    public Plateau withPatience(int value) {
        return new Plateau(next, factor, value, threshold, cooldown, minimum);
    }

    @Override
    public double at(double base, long step, long steps) {
        return next.at(base, step, steps);
    }

    @Override
    public double base(double base, double[] losses) {
        double reduced = next.base(base, losses);
        double best = Double.POSITIVE_INFINITY;
        int bad = 0;
        int resting = 0;
        for (double loss : losses) {
            boolean better = loss < (best < Double.POSITIVE_INFINITY ? best - threshold * Math.abs(best) : best);
            best = better ? loss : best;
            bad = better || resting > 0 ? 0 : bad + 1;
            resting = Math.max(0, resting - 1);
            if (bad > patience) {
                reduced = Math.max(Math.min(reduced, minimum), reduced * factor);
                bad = 0;
                resting = cooldown;
            }
        }
        return reduced;
    }
}
