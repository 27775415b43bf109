package dev.neurite.op;

import dev.neurite.parameter.Rows;
import dev.neurite.random.InverseNormal;
import dev.neurite.random.Seed;

/// Gaussian noise in training: `y = x + standardDeviation·n`, with n drawn from the standard normal distribution.
///
/// Backward: `dx = dy`. A draw is a function of the seed, the place in the program, the step and the position alone.
public record GaussianNoiseOp(String name, Region input, Region output, double standardDeviation) implements Op {
    @Override
    public void forward(Workspace w) {
        Rows x = w.values(input);
        Rows y = w.values(output);
        long key = Seed.mixed(w.seed().value(), output.index(), w.step());
        for (int row = 0; row < w.rows(); row++) {
            for (int j = 0; j < y.columns(); j++) {
                double noise = InverseNormal.draw(key, (long) row * y.columns() + j);
                y.data()[y.row(row) + j] = (float) (x.data()[x.row(row) + j] + standardDeviation * noise);
            }
        }
    }

    @Override
    public void backward(Workspace w) {
        if (input.needsDelta()) {
            Elementwise.copy(w.rows(), w.deltas(output), w.deltas(input));
        }
    }

    @Override
    public String toString() {
        return output.name() + " = " + input.name() + " + " + standardDeviation + "·noise";
    }
}
