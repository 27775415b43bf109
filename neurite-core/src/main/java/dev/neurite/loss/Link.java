package dev.neurite.loss;

import dev.neurite.activation.Softplus;
import dev.neurite.kernels.Kernels;
import dev.neurite.parameter.Rows;

/// What turns the output of the last, linear layer (the logits) into the prediction that a loss is about.
///
/// Training works on logits, where it is stable; prediction and exported models apply the link.
public enum Link {
    /// `p = z`.
    IDENTITY {
        @Override
        public void apply(int rows, Rows values) {
            // A prediction is the logit itself.
        }
    },
    /// `pⱼ = exp zⱼ / Σ exp z`, over each row.
    SOFTMAX {
        @Override
        public void apply(int rows, Rows values) {
            Softmax.apply(rows, values);
        }
    },
    /// `p = 1 / (1 + exp(−z))`, each output for itself.
    SIGMOID {
        @Override
        public void apply(int rows, Rows values) {
            float[] data = values.data();
            int length = rows * values.stride();
            Kernels.best().sigmoid(data, values.offset(), data, values.offset(), length);
        }
    },
    /// `p = exp z`.
    EXP {
        @Override
        public void apply(int rows, Rows values) {
            float[] data = values.data();
            int length = rows * values.stride();
            Kernels.best().exp(data, values.offset(), data, values.offset(), length);
        }
    },
    /// Mean and variance side by side: of each pair (m, s) the mean m as it is and the variance
    /// `softplus(s) + 10⁻⁶`, see [Gaussian].
    GAUSSIAN {
        @Override
        public void apply(int rows, Rows values) {
            for (int row = 0; row < rows; row++) {
                for (int j = values.row(row) + 1; j < values.row(row) + values.columns(); j += 2) {
                    values.data()[j] = (float) (Softplus.of(values.data()[j]) + Gaussian.MINIMUM_VARIANCE);
                }
            }
        }
    };

    /// Replaces `rows` rows of logits by predictions.
    public abstract void apply(int rows, Rows values);
}
