package dev.neurite.optimize;

/// What stands for the parameters wherever they are used: in validation, in the choice of the best epoch, in the model
/// that training returns. Either the parameters themselves, or an average of what they were, which lies closer to the
/// middle of the valley along whose sides the steps jump.
///
/// After each step, `a ← a + share·(p − a)`, from a = p at the start. Running statistics are not averaged but copied,
/// as Keras does.
///
/// [None], [Ema] and [Swa] come with Neurite; a rule of one's own must be a function of its arguments.
@FunctionalInterface
public interface Average {
    /// By how much the average moves towards the parameters, in [0, 1].
    ///
    /// @param step          steps done, from 1
    /// @param steps         steps of the whole training as planned
    /// @param stepsPerEpoch steps of an epoch
    double share(long step, long steps, int stepsPerEpoch);

    /// The parameters themselves.
    static Average none() {
        return new None();
    }

    /// Exponential moving average with a warm-up.
    ///
    /// @param decay of the average, such as 0.999
    static Average exponential(double decay) {
        return new Ema(decay, true);
    }

    /// Stochastic weight averaging: the mean of the parameters at the ends of the last quarter of the epochs.
    static Average stochasticWeightAveraging() {
        return Swa.standard();
    }

    /// The parameters themselves, `a = p`.
    record None() implements Average {
        @Override
        public double share(long step, long steps, int stepsPerEpoch) {
            return 1;
        }
    }
}
