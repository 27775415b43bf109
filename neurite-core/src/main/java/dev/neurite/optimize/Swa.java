package dev.neurite.optimize;

/// Stochastic weight averaging: the mean of the parameters at the ends of the last epochs, `a ← a + (p − a)/n` at the
/// end of the n-th of them. Izmailov et al. 2018, "Averaging weights leads to wider optima and better generalization",
/// with a cycle of one epoch.
///
/// With E epochs planned, averaging starts at the end of epoch `1 + ⌊start·E⌋`; before that the parameters stand for
/// themselves. A training that stops earlier averages nothing: give it the epochs it needs, and a learning rate that
/// stays large enough to move, such as a constant one.
///
/// @param start share of the epochs before the first that counts, in [0, 1)
public record Swa(double start) implements Average {
    /// Checks the start.
    public Swa {
        Constants.requireFraction("Swa.start", start);
    }

    /// From ¾ of the epochs on, as in the paper's experiments.
    public static Swa standard() {
        return new Swa(0.75);
    }

    @Override
    public double share(long step, long steps, int stepsPerEpoch) {
        long epoch = Math.ceilDiv(step, stepsPerEpoch);
        long first = 1 + (long) (start * ((double) steps / stepsPerEpoch));
        if (epoch <= first) {
            return 1;
        }
        return step % stepsPerEpoch == 0 ? 1.0 / (epoch - first + 1) : 0;
    }
}
