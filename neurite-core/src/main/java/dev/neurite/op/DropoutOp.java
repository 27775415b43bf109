package dev.neurite.op;

import dev.neurite.kernels.Kernels;
import dev.neurite.parameter.Rows;
import dev.neurite.random.Seed;

/// Dropout in training: each number is zeroed with probability `rate`, the others are divided by `1 − rate`.
///
/// Backward multiplies by the same mask, which is drawn again instead of kept: a draw is a function of the seed, the
/// place in the program, the step and the position alone. Srivastava et al. 2014.
final class DropoutOp implements Op {
    private static final int DRAWS = 1 << 24;

    private final String name;
    private final Region input;
    private final Region output;
    private final double rate;
    private final boolean needsInputDelta;

    DropoutOp(String name, Region input, Region output, double rate, boolean needsInputDelta) {
        this.name = name;
        this.input = input;
        this.output = output;
        this.rate = rate;
        this.needsInputDelta = needsInputDelta;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Region output() {
        return output;
    }

    @Override
    public void forward(Workspace w) {
        mask(w, w.values(input), w.values(output));
    }

    @Override
    public void backward(Workspace w) {
        if (needsInputDelta) {
            mask(w, w.deltas(output), w.deltas(input));
        }
    }

    private void mask(Workspace w, Rows from, Rows to) {
        long key = Seed.mixed(w.seed().value(), output.index(), w.step());
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
                        (float) (1 / (1 - rate)));
    }

    @Override
    public String toString() {
        return output.name() + " = dropout(" + input.name() + ", " + rate + ")";
    }
}
