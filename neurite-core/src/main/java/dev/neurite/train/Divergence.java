package dev.neurite.train;

/// Where a training left the numbers that it can compute with.
///
/// @param place such as `layer 2 (Dense)` or `loss`
/// @param epoch epoch, from 1
/// @param step  step, from 1
/// @param loss  loss of that step
public record Divergence(String place, int epoch, long step, double loss) {
    @Override
    public String toString() {
        return "diverged at step " + step + " (epoch " + epoch + ") in " + place + ": the loss became " + loss;
    }
}
