package dev.neurite.testkit;

import dev.neurite.loss.Loss;
import dev.neurite.random.Seed;

/// Targets of the kinds that losses want; a loss says itself which ones it accepts.
final class TargetDraws {
    /// One number of a target with `length` numbers for `outputs` outputs.
    private interface Kind {
        double draw(Seed seed, int j, int length, int outputs);
    }

    private static final Kind[] KINDS = {
        (seed, j, length, outputs) -> seed.below(j, outputs),
        (seed, j, length, outputs) -> seed.normal(j),
        (seed, j, length, outputs) -> seed.uniform(j),
        (seed, j, length, outputs) -> seed.below(j, 6),
        (seed, j, length, outputs) -> j == seed.below(0, length) ? 1 : 0,
        (seed, j, length, outputs) -> share(seed, j, length),
        (seed, j, length, outputs) -> 2 * seed.below(j, 2) - 1,
        (seed, j, length, outputs) -> 0.1 + seed.uniform(j)
    };

    private TargetDraws() {}

    /// Writes a target that the loss accepts.
    ///
    /// @throws AssertionError if it accepts none
    static void draw(Loss loss, int outputs, Seed seed, int row, float[] target, int offset) {
        int length = loss.targets(outputs);
        for (int k = 0; k < KINDS.length; k++) {
            Kind kind = KINDS[(row + k) % KINDS.length];
            for (int j = 0; j < length; j++) {
                target[offset + j] = (float) kind.draw(seed, j, length, outputs);
            }
            if (loss.problem(target, offset, outputs) == null) {
                return;
            }
        }
        throw new AssertionError("a loss must accept some targets: give it some by withTargets, since for " + outputs
                + " outputs it refused class indices, normal numbers, fractions, counts, one-hot rows, probabilities and"
                + " signs, the last because " + loss.problem(target, offset, outputs));
    }

    /// Fractions that sum to 1.
    private static double share(Seed seed, int j, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += 0.1 + seed.uniform(i);
        }
        return (0.1 + seed.uniform(j)) / sum;
    }
}
