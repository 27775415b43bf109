package dev.neurite.program;

import dev.neurite.op.RunningNormOp;
import dev.neurite.parameter.Slot;

/// One step of [Folding]: writes some parameters of the folded network.
sealed interface FoldingStep {
    /// Writes its parameters.
    ///
    /// @param from parameters of the network as it is
    /// @param to   parameters of the folded network
    void apply(float[] from, float[] to);

    /// A parameter that stays as it is.
    record Copy(Slot source, Slot target) implements FoldingStep {
        @Override
        public void apply(float[] from, float[] to) {
            System.arraycopy(from, source.offset(), to, target.offset(), target.length());
        }
    }

    /// A bias that was not there.
    record Clear(Slot target) implements FoldingStep {
        @Override
        public void apply(float[] from, float[] to) {
            for (int i = target.offset(); i < target.end(); i++) {
                to[i] = 0;
            }
        }
    }

    /// A batch normalisation `y = g·x + c` with the slots of its parameters.
    record Scaling(Slot gain, Slot bias, Slot mean, Slot variance, double epsilon) {
        double factor(float[] from, int j) {
            return RunningNormOp.factor(from[gain.offset() + j], from[variance.offset() + j], epsilon);
        }

        /// @param factor that of `j`
        double term(float[] from, int j, double factor) {
            return from[bias.offset() + j] - factor * from[mean.offset() + j];
        }
    }

    /// Behind a dense layer: `W ← W·diag(g)`, `b ← g·b + c`.
    record Behind(Scaling norm, Slot weight, Slot bias) implements FoldingStep {
        @Override
        public void apply(float[] from, float[] to) {
            for (int j = 0; j < weight.columns(); j++) {
                double factor = norm.factor(from, j);
                for (int i = weight.offset() + j; i < weight.end(); i += weight.stride()) {
                    to[i] = (float) (to[i] * factor);
                }
                int b = bias.offset() + j;
                to[b] = (float) (factor * to[b] + norm.term(from, j, factor));
            }
        }
    }

    /// Before a dense layer: `b ← b + c·W`, `W ← diag(g)·W`.
    record Before(Scaling norm, Slot weight, Slot bias) implements FoldingStep {
        @Override
        public void apply(float[] from, float[] to) {
            double[] sums = new double[weight.columns()];
            for (int j = 0; j < sums.length; j++) {
                sums[j] = to[bias.offset() + j];
            }
            for (int i = 0; i < weight.rows(); i++) {
                double factor = norm.factor(from, i);
                double term = norm.term(from, i, factor);
                int row = weight.offset() + i * weight.stride();
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += term * to[row + j];
                    to[row + j] = (float) (factor * to[row + j]);
                }
            }
            for (int j = 0; j < sums.length; j++) {
                to[bias.offset() + j] = (float) sums[j];
            }
        }
    }
}
