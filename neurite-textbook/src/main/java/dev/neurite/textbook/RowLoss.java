package dev.neurite.textbook;

import dev.neurite.loss.CategoricalCrossEntropy;
import dev.neurite.loss.Gaussian;
import dev.neurite.loss.Hinge;
import dev.neurite.loss.Huber;
import dev.neurite.loss.KullbackLeibler;
import dev.neurite.loss.LogCosh;
import dev.neurite.loss.Loss;
import dev.neurite.loss.MeanAbsoluteError;
import dev.neurite.loss.MeanSquaredError;
import dev.neurite.loss.NegativeLogLikelihood;
import dev.neurite.loss.Poisson;
import dev.neurite.loss.Quantile;
import dev.neurite.loss.SigmoidCrossEntropy;
import dev.neurite.loss.SigmoidFocal;
import dev.neurite.loss.SmoothL1;
import dev.neurite.loss.SoftTargetCrossEntropy;
import dev.neurite.loss.SoftmaxCrossEntropy;
import dev.neurite.loss.SoftmaxFocal;
import java.util.List;

/// The loss of one row, `l(y, t)`, and its gradient by y.
///
/// What y is depends on the loss: the logits for the losses of the engine, a prediction for those that
/// [#throughJacobian] turns into losses of logits.
public interface RowLoss {
    /// `l(y, t)`.
    ///
    /// @param y output of the network (outputs)
    /// @param t target, as long as the loss wants it
    double value(double[] y, double[] t);

    /// `∂l/∂y` (outputs).
    ///
    /// @param y output of the network (outputs)
    /// @param t target, as long as the loss wants it
    double[] gradient(double[] y, double[] t);

    /// Cross-entropy between the softmax of logits and a class; the target is one class index.
    static RowLoss softmaxCrossEntropy() {
        return new SoftmaxLoss(0);
    }

    /// Cross-entropy between the sigmoids of logits and as many probabilities, mean over the outputs.
    static RowLoss sigmoidCrossEntropy() {
        return new SigmoidLoss(0, List.of());
    }

    /// Squared error, mean over the outputs, or their sum.
    static RowLoss squaredError(boolean sumOverOutputs) {
        return new SquaredLoss(sumOverOutputs);
    }

    /// Cross-entropy between predicted probabilities and as many true ones, such as a one-hot row.
    static RowLoss crossEntropy() {
        return new CrossEntropyLoss();
    }

    /// This loss of predictions `p = g(z)` as a loss of logits z.
    default RowLoss throughJacobian(OutputFunction output) {
        return new JacobianLoss(output, this);
    }

    /// The formulas of a loss of the engine.
    ///
    /// @throws IllegalArgumentException if it is a loss of the user's own; implement this interface for it
    static RowLoss of(Loss loss) {
        return switch (loss) {
            case SoftmaxCrossEntropy(double labelSmoothing) -> new SoftmaxLoss(labelSmoothing);
            case SoftTargetCrossEntropy(double labelSmoothing) -> new SoftTargetLoss(labelSmoothing);
            case KullbackLeibler() -> new KullbackLeiblerLoss();
            case SoftmaxFocal(double gamma) -> new SoftmaxFocalLoss(gamma);
            case SigmoidCrossEntropy(double labelSmoothing, List<Double> positiveWeights) ->
                new SigmoidLoss(labelSmoothing, positiveWeights);
            case SigmoidFocal(double gamma, double alpha) -> new SigmoidFocalLoss(gamma, alpha);
            case Hinge(double margin) -> new HingeLoss(margin);
            case NegativeLogLikelihood() -> new LikelihoodLoss();
            case CategoricalCrossEntropy() -> crossEntropy();
            case MeanSquaredError(boolean sumOverOutputs) -> squaredError(sumOverOutputs);
            case MeanAbsoluteError() -> new AbsoluteLoss();
            case Huber(double delta) -> new HuberLoss(delta);
            case SmoothL1(double beta) -> new SmoothL1Loss(beta);
            case LogCosh() -> new LogCoshLoss();
            case Quantile(List<Double> quantiles) -> new QuantileLoss(quantiles);
            case Poisson() -> new PoissonLoss();
            case Gaussian() -> new GaussianLoss();
            case Loss.Custom custom ->
                throw new IllegalArgumentException(
                        "the textbook has no formulas for the loss " + custom.name() + "; implement RowLoss for it");
        };
    }
}
