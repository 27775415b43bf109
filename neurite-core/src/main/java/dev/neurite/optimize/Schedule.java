package dev.neurite.optimize;

/// The learning rate at each step.
///
/// A schedule counts steps, not epochs: an epoch has as many as the data has batches. It is a function of its
/// arguments, so that a training that is taken up again goes on with the same learning rates.
@FunctionalInterface
public interface Schedule {
    /// The learning rate of step `step` of `steps`.
    ///
    /// @param base  learning rate that the trainer was given
    /// @param step  from 0
    /// @param steps steps of the whole training as planned
    double at(double base, long step, long steps);

    /// The base for the next epoch, once some are measured; the base itself in most schedules. See [Plateau].
    ///
    /// @param base   learning rate that the trainer was given
    /// @param losses loss of each epoch so far: validation loss, or without validation data the training loss
    default double base(double base, double[] losses) {
        return base;
    }

    /// Always the base.
    static Schedule constant() {
        return new Constant();
    }

    /// Times `factor` after every `interval` steps.
    static Schedule step(long interval, double factor) {
        return new StepDecay(interval, factor);
    }

    /// Times `factor` at each of the steps `milestones`.
    static Schedule multiStep(double factor, long... milestones) {
        return MultiStep.of(factor, milestones);
    }

    /// Times `factor` after every step.
    static Schedule exponential(double factor) {
        return new Exponential(factor, 1);
    }

    /// From the base down to 0 along half a cosine.
    static Schedule cosine() {
        return new Cosine(0);
    }

    /// From the base down to `minimum` along half a cosine.
    static Schedule cosine(double minimum) {
        return new Cosine(minimum);
    }

    /// Half a cosine again and again, the first over `period` steps, each `multiplier` times as long as the
    /// one before.
    static Schedule cosineRestarts(long period, int multiplier) {
        return new CosineRestarts(period, multiplier, 0);
    }

    /// The base for half of the steps, then half a cosine down to 0.
    static Schedule flatCosine() {
        return new FlatCosine(0.5, 0);
    }

    /// Four cosine cycles, each twice as long as the one before.
    static Schedule logCosine() {
        return new LogCosine(4);
    }

    /// Up to the base over three tenths of the steps, then down to almost 0.
    static Schedule oneCycle() {
        return OneCycle.standard();
    }

    /// In a straight line from the base down to 0.
    static Schedule linear() {
        return new Polynomial(1, 0);
    }

    /// `base · (1 − step/steps)^power`.
    static Schedule polynomial(double power) {
        return new Polynomial(power, 0);
    }

    /// `base / √(step + 1)`.
    static Schedule inverseScaling() {
        return InverseScaling.standard();
    }

    /// This schedule after a linear rise over the first `warmupSteps` steps, in equal parts from the first step on.
    default Schedule afterWarmup(long warmupSteps) {
        return Warmup.inEqualParts(warmupSteps, this);
    }

    /// This schedule with its base cut to a tenth whenever the loss has not improved for 10 epochs.
    default Schedule onPlateau() {
        return Plateau.of(this);
    }

    /// The base at every step: `rate = base`.
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
            return minimum + (base - minimum) * Progress.halfCosine(Progress.of(step, steps));
        }
    }
}
