package dev.neurite.optimize;

/// The learning rate at each step.
@FunctionalInterface
public interface Schedule {
    /// The learning rate of step `step` of `steps`.
    ///
    /// @param base  learning rate that the trainer was given
    /// @param step  from 0
    /// @param steps steps of the whole training as planned
    double at(double base, long step, long steps);

    /// Always the base.
    static Schedule constant() {
        return new Constant();
    }

    /// From the base down to 0 along half a cosine.
    static Schedule cosine() {
        return new Cosine(0);
    }

    /// From the base down to `minimum` along half a cosine.
    static Schedule cosine(double minimum) {
        return new Cosine(minimum);
    }

    /// This schedule after a linear rise over the first `warmupSteps` steps.
    default Schedule afterWarmup(long warmupSteps) {
        return new Warmup(warmupSteps, this);
    }

    /// `base` at every step.
    record Constant() implements Schedule {
        @Override
        public double at(double base, long step, long steps) {
            return base;
        }
    }

    /// `minimum + (base − minimum)·(1 + cos(π·step/steps))/2`. Loshchilov and Hutter 2017, "SGDR", equation 5.
    ///
    /// @param minimum learning rate at the end, not negative
    record Cosine(double minimum) implements Schedule {
        /// Checks the minimum.
        public Cosine {
            Constants.requireNotNegative("Cosine.minimum", minimum);
        }

        @Override
        public double at(double base, long step, long steps) {
            double progress = steps < 1 ? 1 : Math.min(1, (double) step / (double) steps);
            return minimum + (base - minimum) * (1 + Exact.cosineOfPi(progress)) / 2;
        }
    }

    /// `base · (step + 1)/(warmupSteps + 1)` over the first steps, then `next`, which counts from the end of the
    /// rise.
    ///
    /// @param warmupSteps length of the rise, not negative
    /// @param next        what follows
    record Warmup(long warmupSteps, Schedule next) implements Schedule {
        /// Checks the length.
        public Warmup {
            Constants.requireNotNegative("Warmup.warmupSteps", (double) warmupSteps);
        }

        @Override
        public double at(double base, long step, long steps) {
            return step < warmupSteps
                    ? base * (double) (step + 1) / (double) (warmupSteps + 1)
                    : next.at(base, step - warmupSteps, Math.max(0, steps - warmupSteps));
        }
    }
}
