package dev.neurite.op;

import dev.neurite.kernels.Kernels;
import dev.neurite.parameter.Rows;
import dev.neurite.random.Seed;

/// Dropout in training: each number is zeroed with probability `rate`, the others are divided by `1 − rate`.
///
/// Backward multiplies by the same mask, which is drawn again instead of kept: a draw is a function of the seed, the
/// place in the program, the step and the position alone. Srivastava et al. 2014.
///
/// @param rate probability of being zeroed
public record DropoutOp(String name, Region input, Region output, double rate) implements Op {
    private static final int DRAWS = 1 << 24;

    @Override
    public void forward(Workspace w) {
        mask(w, output, rate, 1 / (1 - rate), w.values(input), w.values(output));
    }

    @Override
    public void backward(Workspace w) {
        if (input.needsDelta()) {
            mask(w, output, rate, 1 / (1 - rate), w.deltas(output), w.deltas(input));
        }
    }

    /// Zeroes what the draws for region `place` drop and multiplies the rest by `scale`.
    static void mask(Workspace w, Region place, double rate, double scale, Rows from, Rows to) {
        long key = Seed.mixed(w.seed().value(), place.index(), w.step());
        Kernels.best()
                .dropout(
                        from.data(),
                        from.offset(),
                        to.data(),
                        to.offset(),
                        w.rows() * to.stride(),
                        (int) key,
                        (int) (key >>> 32),
                        0,
                        (int) Math.rint(rate * DRAWS),
                        (float) scale);
    }

    @Override
    public String toString() {
        return output.name() + " = dropout(" + input.name() + ", " + rate + ")";
    }
}
