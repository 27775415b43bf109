package dev.neurite.op;

import dev.neurite.parameter.Rows;

/// The end of a residual block: `z = x + y`. He et al. 2016, "Deep residual learning for image recognition".
///
/// Backward: `dx = dz`, `dy = dz`.
///
/// @param skipped x, the input of the block, which [ForkOp] reads too
/// @param input   y, the output of the last layer in the block
/// @param output  z
public record AddOp(String name, Region skipped, Region input, Region output) implements Op {
    @Override
    public void forward(Workspace w) {
        Rows x = w.values(skipped);
        Rows y = w.values(input);
        Rows z = w.values(output);
        for (int i = 0; i < w.rows() * z.stride(); i++) {
            z.data()[z.offset() + i] = x.data()[x.offset() + i] + y.data()[y.offset() + i];
        }
    }

    @Override
    public void backward(Workspace w) {
        if (skipped.needsDelta()) {
            Elementwise.copy(w.rows(), w.deltas(output), w.deltas(skipped));
        }
        if (input.needsDelta()) {
            Elementwise.copy(w.rows(), w.deltas(output), w.deltas(input));
        }
    }

    @Override
    public String toString() {
        return output.name() + " = " + skipped.name() + " + " + input.name();
    }
}
