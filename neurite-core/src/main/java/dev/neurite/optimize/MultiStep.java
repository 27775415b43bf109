package dev.neurite.optimize;

import java.util.Arrays;
import java.util.List;

/// `base · factorⁿ` where n milestones are behind, as `torch.optim.lr_scheduler.MultiStepLR`.
///
/// @param factor     of each change, in (0, 1]
/// @param milestones steps from which on one more factor applies, ascending
public record MultiStep(double factor, List<Long> milestones) implements Schedule {
    /// Checks the numbers.
    public MultiStep {
        Constants.requireFactor("MultiStep.factor", factor);
        milestones = List.copyOf(milestones);
        long last = -1;
        for (long milestone : milestones) {
            if (milestone <= last) {
                throw new IllegalArgumentException(
                        "MultiStep.milestones must be ascending and not negative, got " + milestones);
            }
            last = milestone;
        }
    }

    /// With the given milestones.
    public static MultiStep of(double factor, long... milestones) {
        return new MultiStep(factor, Arrays.stream(milestones).boxed().toList());
    }

    @Override
    public double at(double base, long step, long steps) {
        int behind = 0;
        while (behind < milestones.size() && milestones.get(behind) <= step) {
            behind++;
        }
        return base * Exact.power(factor, behind);
    }
}
