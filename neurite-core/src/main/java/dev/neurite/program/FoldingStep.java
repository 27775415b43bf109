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

        double term(float[] from, int j) {
            return from[bias.offset() + j] - factor(from, j) * from[mean.offset() + j];
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
                to[b] = (float) (factor * to[b] + norm.term(from, j));
            }
        }
    }

    /// Before a dense layer: `b ← b + c·W`, `W ← diag(g)·W`.
    record Before(Scaling norm, Slot weight, Slot bias) implements FoldingStep {
        @Override
        public void apply(float[] from, float[] to) {
            for (int j = 0; j < weight.columns(); j++) {
                double sum = to[bias.offset() + j];
                for (int i = 0; i < weight.rows(); i++) {
                    int at = weight.offset() + i * weight.stride() + j;
                    sum += norm.term(from, i) * to[at];
                    to[at] = (float) (norm.factor(from, i) * to[at]);
                }
                to[bias.offset() + j] = (float) sum;
            }
        }
    }
}
