package dev.neurite.train;

/// The mean of the gradients of several batches by the weight of their rows, kept as a running mean, so that no sum
/// outgrows what it is made of.
final class GradientMean {
    private final float[] gradients;
    private final float[] mean;
    private double weights;

    /// @param gradients where each batch leaves its gradient, and where the mean goes
    GradientMean(float[] gradients) {
        this.gradients = gradients;
        this.mean = new float[gradients.length];
    }

    /// Takes the gradient of a batch.
    ///
    /// @return the share of the batch in the weight so far
    double add(double weight) {
        weights += weight;
        double share = weight / weights;
        if (share == 1) {
            System.arraycopy(gradients, 0, mean, 0, mean.length);
        } else {
            move((float) share);
        }
        return share;
    }

    private void move(float share) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.fma(share, gradients[i] - mean[i], mean[i]);
        }
    }

    /// Puts the mean in the place of the gradient and starts anew.
    ///
    /// @return the weight of all rows
    double finish() {
        System.arraycopy(mean, 0, gradients, 0, mean.length);
        double all = weights;
        weights = 0;
        return all;
    }
}
