package dev.neurite.op;

import dev.neurite.parameter.Rows;

/// The start of a residual block: `y = x`, so that what follows has a region and deltas of its own.
///
/// Backward: `dx ← dx + dy`. The end of the block, [AddOp], which is earlier on the way back, has written its share
/// of dx.
public record ForkOp(String name, Region input, Region output) implements Op {
    @Override
    public void forward(Workspace w) {
        Elementwise.copy(w.rows(), w.values(input), w.values(output));
    }

    @Override
    public void backward(Workspace w) {
        if (input.needsDelta()) {
            add(w.deltas(input), w.deltas(output), w.rows() * output.stride());
        }
    }

    private static void add(Rows dx, Rows dy, int length) {
        float[] x = dx.data();
        float[] y = dy.data();
        for (int i = 0; i < length; i++) {
            x[dx.offset() + i] += y[dy.offset() + i];
        }
    }

    @Override
    public String toString() {
        return output.name() + " = " + input.name();
    }
}
