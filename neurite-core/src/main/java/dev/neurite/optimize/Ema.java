package dev.neurite.optimize;

/// Exponential moving average of the parameters: `a ← d·a + (1 − d)·p` after each step. Polyak and Juditsky 1992,
/// "Acceleration of stochastic approximation by averaging", in its exponential form.
///
/// With a warm-up, the decay after step t is `d = min(decay, (1 + t)/(10 + t))`, as in
/// `tf.train.ExponentialMovingAverage`, so that the start of the training is soon forgotten; without one,
/// `d = decay`, as in Keras, and the first 1/(1 − decay) steps still show the start.
///
/// @param decay  in [0, 1)
/// @param warmup whether the decay rises to its value
public record Ema(double decay, boolean warmup) implements Average {
    /// Checks the decay.
    public Ema {
        Constants.requireFraction("Ema.decay", decay);
    }

    @Override
    public double share(long step, long steps, int stepsPerEpoch) {
        return warmup ? Math.max(1 - decay, 9 / (10.0 + step)) : 1 - decay;
    }
}
