package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// What training makes small: a number for each batch and its gradient by the logits, in one call.
///
/// With weights `w`, the loss of a batch is the weighted mean `Σ wᵢ lᵢ / Σ wᵢ` of the losses of its rows. A loss
/// acts on logits, the output of the last, linear layer; its [#link] says what makes predictions of them.
public sealed interface Loss
        permits OfClass, OfDistribution, OfNumbers, Pointwise, SigmoidCrossEntropy, Gaussian, Loss.Custom {
    /// The name for messages and tables.
    String name();

    /// What prediction applies to the logits.
    Link link();

    /// What it takes the outputs of the network for: logits, unless it says otherwise.
    default Outputs outputs() {
        return Outputs.LOGITS;
    }

    /// How many numbers the target of one row has when the network has `outputs` outputs.
    int targets(int outputs);

    /// What is wrong with the target of one row, or null if nothing is.
    ///
    /// @param target  array that holds the target
    /// @param offset  index of its first number
    /// @param outputs number of outputs of the network
    @Nullable
    String problem(float[] target, int offset, int outputs);

    /// The mean loss of a batch and its gradient.
    ///
    /// Sums run in row order in double precision.
    ///
    /// @param rows    number of rows of the batch
    /// @param logits  outputs of the network, not modified
    /// @param targets targets, not modified
    /// @param weights weight of each row, or null when all are 1; their sum is positive
    /// @param delta   receives the gradient of the mean loss by the logits, padding zero
    /// @return the mean loss
    double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta);

    /// A loss of the user's own.
    ///
    /// Training refuses a loss that makes NaN of finite outputs, with its name, the outputs and the targets.
    ///
    /// [#evaluate] runs in every step: it should allocate nothing, add up in row order in double precision, and use
    /// `StrictMath` rather than `Math` for the same bits on every machine. The squared error, summed over
    /// the outputs, counted ten times where the prediction is too low:
    ///
    /// ```java
    /// record Cautious() implements Loss.Custom {
    ///     public String name() {
    ///         return "cautious";
    ///     }
    ///
    ///     public Link link() {
    ///         return Link.IDENTITY;
    ///     }
    ///
    ///     public int targets(int outputs) {
    ///         return outputs;
    ///     }
    ///
    ///     public String problem(float[] target, int offset, int outputs) {
    ///         for (int j = offset; j < offset + outputs; j++) {
    ///             if (!Float.isFinite(target[j])) {
    ///                 return "target must be finite, got " + target[j];
    ///             }
    ///         }
    ///         return null;
    ///     }
    ///
    ///     public double evaluate(int rows, Rows logits, Rows targets, float[] weights, Rows delta) {
    ///         double weightSum = 0;
    ///         for (int row = 0; row < rows; row++) {
    ///             weightSum += weights == null ? 1 : weights[row];
    ///         }
    ///         double loss = 0;
    ///         Arrays.fill(delta.data(), delta.offset(), delta.row(rows), 0); // the padding too
    ///         for (int row = 0; row < rows; row++) {
    ///             double share = (weights == null ? 1 : weights[row]) / weightSum;
    ///             for (int j = 0; j < logits.columns(); j++) {
    ///                 double error = logits.at(row, j) - targets.at(row, j);
    ///                 double slope = (error < 0 ? 10 : 1) * share * error;
    ///                 loss += slope * error;
    ///                 delta.data()[delta.row(row) + j] = (float) (2 * slope);
    ///             }
    ///         }
    ///         return loss;
    ///     }
    /// }
    /// ```
    non-sealed interface Custom extends Loss {}

    /// Cross-entropy of one class of several, targets being class indices.
    static SoftmaxCrossEntropy softmaxCrossEntropy() {
        return new SoftmaxCrossEntropy();
    }

    /// Cross-entropy of one class of several, targets being a probability for each class.
    static SoftTargetCrossEntropy softTargetCrossEntropy() {
        return new SoftTargetCrossEntropy(0);
    }

    /// [#softTargetCrossEntropy] less what even the best prediction costs.
    static Loss kullbackLeibler() {
        return new KullbackLeibler();
    }

    /// Cross-entropy of one class of several that counts hard rows more; gamma 2 as in the paper (Lin et al. 2017).
    static Loss softmaxFocal() {
        return new SoftmaxFocal(2);
    }

    /// Cross-entropy of yes or no for each output, targets being probabilities in [0, 1].
    static SigmoidCrossEntropy sigmoidCrossEntropy() {
        return new SigmoidCrossEntropy();
    }

    /// Cross-entropy of yes or no that counts hard rows more; gamma 2 and alpha 0.25 as in the paper (Lin et al.
    /// 2017).
    static Loss sigmoidFocal() {
        return new SigmoidFocal(2, 0.25);
    }

    /// Multi-class margin of 1, targets being class indices.
    static Loss hinge() {
        return new Hinge(1);
    }

    /// −log of the probability that a softmax layer gave to the class, targets being class indices.
    static Loss negativeLogLikelihood() {
        return new NegativeLogLikelihood();
    }

    /// Cross-entropy of the probabilities of a softmax layer, targets being a probability for each class.
    static Loss categoricalCrossEntropy() {
        return new CategoricalCrossEntropy();
    }

    /// Squared error, mean over rows and outputs.
    static Loss meanSquaredError() {
        return new MeanSquaredError(false);
    }

    /// Absolute error, mean over rows and outputs.
    static Loss meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /// Squared error near 0, absolute error beyond `delta`.
    static Loss huber(double delta) {
        return new Huber(delta);
    }

    /// Absolute error with a parabola of half-width `beta` at 0.
    static Loss smoothL1(double beta) {
        return new SmoothL1(beta);
    }

    /// Logarithm of the hyperbolic cosine of the error.
    static Loss logCosh() {
        return new LogCosh();
    }

    /// Pinball loss of one or several quantiles, each in (0, 1): for every target one output for each quantile.
    static Loss quantile(double... quantiles) {
        return new Quantile(DoubleStream.of(quantiles).boxed().toList());
    }

    /// Negative log-likelihood of counts, whose mean is predicted.
    static Loss poisson() {
        return new Poisson();
    }

    /// Negative log-likelihood of numbers, whose mean and variance are predicted: two outputs for each target.
    static Loss gaussian() {
        return new Gaussian();
    }
}
