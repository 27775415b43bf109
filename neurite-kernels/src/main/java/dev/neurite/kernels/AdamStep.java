package dev.neurite.kernels;

/// The numbers of one step of Adam (Kingma and Ba 2015, <https://arxiv.org/abs/1412.6980>, Algorithm 1) or AdamW
/// (Loshchilov and Hutter 2019, <https://arxiv.org/abs/1711.05101>, Algorithm 2), as `torch.optim` combines them.
///
/// The arguments are doubles so that `1 - beta2` keeps its digits; each derived number is rounded to float once.
/// Mutable, so that a training run needs one instance: [#advance] sets what changes from step to step.
public final class AdamStep {
    private final double baseWeightDecay;
    private final boolean decoupled;

    final float beta1;
    final float oneMinusBeta1;
    final float beta2;
    final float oneMinusBeta2;
    final float epsilon;
    final float coupledDecay;
    float keep;
    float stepSize;
    float inverseRootCorrection2;

    /// @param beta1 decay of the first moment, in [0, 1)
    /// @param beta2 decay of the second moment, in [0, 1)
    /// @param epsilon added to the root of the second moment, positive
    /// @param learningRate step size
    /// @param weightDecay factor of the weight decay, 0 for none
    /// @param decoupled true for AdamW, where decay shrinks the parameter; false for L2 added to the gradient
    /// @param correction1 `1 - beta1^t` of step t
    /// @param correction2 `1 - beta2^t` of step t
    public AdamStep(
            double beta1,
            double beta2,
            double epsilon,
            double learningRate,
            double weightDecay,
            boolean decoupled,
            double correction1,
            double correction2) {
        requireFraction("beta1", beta1);
        requireFraction("beta2", beta2);
        if (!((float) epsilon > 0)) {
            throw new IllegalArgumentException("AdamStep.epsilon must be positive as a float, got " + epsilon);
        }
        this.beta1 = (float) beta1;
        this.oneMinusBeta1 = (float) (1 - beta1);
        this.beta2 = (float) beta2;
        this.oneMinusBeta2 = (float) (1 - beta2);
        this.epsilon = (float) epsilon;
        this.baseWeightDecay = weightDecay;
        this.decoupled = decoupled;
        this.coupledDecay = decoupled ? 0f : (float) weightDecay;
        advance(learningRate, correction1, correction2);
    }

    /// Sets what changes from step to step, without allocating.
    public void advance(double learningRate, double correction1, double correction2) {
        if (!(correction1 > 0) || !(correction2 > 0)) {
            throw new IllegalArgumentException(
                    "AdamStep corrections must be positive, got " + correction1 + " and " + correction2);
        }
        keep = decoupled ? (float) (1 - learningRate * baseWeightDecay) : 1f;
        stepSize = (float) (learningRate / correction1);
        inverseRootCorrection2 = (float) (1 / Math.sqrt(correction2));
    }

    private static void requireFraction(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("AdamStep." + name + " must be in [0, 1), got " + value);
        }
    }
}
