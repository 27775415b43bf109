package dev.neurite.optimize;

/// Cosine cycles in the logarithm of time: `base · (1 − cos(2π·log₂(1 + (2ᶜ − 1)·t)))/2` with t = step/steps and c
/// cycles. Each cycle is twice as long as the one before, rises from 0 and falls back to 0, where it ends the
/// training too. With four cycles `coslog4` of RealMLP (Holzmüller et al. 2024, "Better by default").
///
/// The learning rate of step 0 is 0.
///
/// @param cycles from 1 to 30
public record LogCosine(int cycles) implements Schedule {
    private static final double LOG_2 = Exact.log(2);

    /// Checks the number.
    public LogCosine {
        if (cycles < 1 || cycles > 30) {
            throw new IllegalArgumentException("LogCosine.cycles must be in 1 ... 30, got " + cycles);
        }
    }

    @Override
    public double at(double base, long step, long steps) {
        double stretched = 1 + ((1L << cycles) - 1) * Progress.of(step, steps);
        return base * (1 - Exact.cosineOfPi(2 * (Exact.log(stretched) / LOG_2))) / 2;
    }
}
