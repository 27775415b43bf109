package dev.neurite.op;

import dev.neurite.loss.Link;
import dev.neurite.parameter.Rows;

/// Softmax of each row: `yᵢ = exp xᵢ / Σₖ exp xₖ`.
///
/// Backward, by the Jacobian `∂yᵢ/∂xⱼ = yᵢ·([i = j] − yⱼ)`: `dxⱼ = yⱼ·(dyⱼ − Σᵢ dyᵢ·yᵢ)`.
public record SoftmaxOp(String name, Region input, Region output) implements Op {
    @Override
    public void forward(Workspace w) {
        Elementwise.copy(w.rows(), w.values(input), w.values(output));
        Link.SOFTMAX.apply(w.rows(), w.values(output));
    }

    @Override
    public void backward(Workspace w) {
        if (input.needsDelta()) {
            for (int row = 0; row < w.rows(); row++) {
                backward(w.values(output), w.deltas(output), w.deltas(input), row);
            }
        }
    }

    private static void backward(Rows y, Rows dy, Rows dx, int row) {
        double sum = 0;
        for (int i = 0; i < y.columns(); i++) {
            sum += (double) dy.at(row, i) * y.at(row, i);
        }
        for (int j = 0; j < y.columns(); j++) {
            dx.data()[dx.row(row) + j] = Elementwise.delta(y.at(row, j) * (dy.at(row, j) - sum));
        }
    }

    @Override
    public String toString() {
        return output.name() + " = softmax(" + input.name() + ")";
    }
}
