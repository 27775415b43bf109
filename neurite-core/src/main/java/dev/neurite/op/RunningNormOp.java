package dev.neurite.op;

import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;

/// Batch normalisation in prediction, by the running statistics: `y = γ·(x − mean) / √(variance + ε) + β`.
///
/// It is of programs that predict only. Ioffe and Szegedy 2015, algorithm 2.
///
/// @param gain     γ (1, columns)
/// @param bias     β (1, columns)
/// @param mean     running mean (1, columns)
/// @param variance running variance (1, columns)
/// @param epsilon  ε
public record RunningNormOp(
        String name, Region input, Region output, Slot gain, Slot bias, Slot mean, Slot variance, double epsilon)
        implements Op {
    @Override
    public void forward(Workspace w) {
        double[] factors = w.sums();
        Rows g = w.parameter(gain);
        Rows variances = w.parameter(variance);
        for (int j = 0; j < g.columns(); j++) {
            factors[j] = factor(g.at(0, j), variances.at(0, j), epsilon);
        }
        apply(w.rows(), w.values(input), w.parameter(mean), factors, w.parameter(bias), w.values(output));
    }

    /// `γ / √(variance + ε)`.
    public static double factor(double gain, double variance, double epsilon) {
        return gain / Math.sqrt(variance + epsilon);
    }

    private static void apply(int rows, Rows x, Rows mean, double[] factors, Rows b, Rows y) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < y.columns(); j++) {
                double centred = (double) x.at(row, j) - mean.at(0, j);
                y.data()[y.row(row) + j] = (float) Math.fma(factors[j], centred, b.at(0, j));
            }
        }
    }

    @Override
    public void backward(Workspace w) {
        throw new UnsupportedOperationException(name + " is of a program for prediction, which has no backward");
    }

    @Override
    public String toString() {
        return output.name() + " = runningNorm(" + input.name() + ", " + mean.name() + ", " + variance.name() + ")";
    }
}
