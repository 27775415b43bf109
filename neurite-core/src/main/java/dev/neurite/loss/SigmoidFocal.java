package dev.neurite.loss;

import dev.neurite.activation.Sigmoid;
import dev.neurite.activation.Softplus;
import org.jspecify.annotations.Nullable;

/// Focal loss of yes or no for each output: cross-entropy that counts what is known already for little. With the
/// probability p of yes,
///
/// ```text
/// p = sigmoid(z)
/// l = −alpha·t·(1 − p)^gamma·log p − (1 − alpha)·(1 − t)·p^gamma·log(1 − p)
/// ```
///
/// mean over the outputs of a row. Lin et al. 2017, "Focal loss for dense object detection", equation 5. The target of
/// a row has as many numbers as the network has outputs, each in [0, 1].
///
/// @param gamma how much less what is known counts, not negative; 0 gives cross-entropy
/// @param alpha share of the targets of 1, between 0 and 1; one half treats both alike
public record SigmoidFocal(double gamma, double alpha) implements Pointwise {
    /// Checks the constants.
    public SigmoidFocal {
        SoftmaxFocal.requireGamma("SigmoidFocal", gamma);
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("SigmoidFocal.alpha must be in (0, 1), got " + alpha);
        }
    }

    @Override
    public String name() {
        return "sigmoid focal loss";
    }

    @Override
    public Link link() {
        return Link.SIGMOID;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.probabilities(target, offset, outputs);
    }

    @Override
    public double value(double z, double t) {
        return alpha * t * ofYes(z) + (1 - alpha) * (1 - t) * ofYes(-z);
    }

    @Override
    public double slope(double z, double t) {
        return alpha * t * slopeOfYes(z) - (1 - alpha) * (1 - t) * slopeOfYes(-z);
    }

    /// `−(1 − p)^gamma · log p`
    private double ofYes(double z) {
        return StrictMath.exp(-gamma * Softplus.of(z)) * Softplus.of(-z);
    }

    /// Its derivative by z, `−(1 − p)^gamma · ((1 − p) − gamma · p · log p)`.
    private double slopeOfYes(double z) {
        double power = StrictMath.exp(-gamma * Softplus.of(z));
        return -power * (Sigmoid.of(-z) + gamma * Sigmoid.of(z) * Softplus.of(-z));
    }
}
