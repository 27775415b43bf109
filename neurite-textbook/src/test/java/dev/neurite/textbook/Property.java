package dev.neurite.textbook;

import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Checks that something holds for many drawn cases.
///
/// Every case has its number as seed. A failure names it; with `-Dneurite.case=N` only that case runs.
final class Property {
    private Property() {}

    /// Runs `property` on the cases 1 … `cases`.
    static void holds(int cases, Consumer<Draws> property) {
        Integer only = Integer.getInteger("neurite.case");
        int first = only == null ? 1 : only;
        int last = only == null ? cases : only;
        for (int number = first; number <= last; number++) {
            try {
                property.accept(new Draws(Seed.of(number)));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "case " + number + " (run it alone with -Dneurite.case=" + number + "): " + e.getMessage(), e);
            }
        }
    }

    /// The draws of one case, one after the other.
    static final class Draws {
        private final Seed seed;
        private long next;

        Draws(Seed seed) {
            this.seed = seed;
        }

        /// A seed of its own.
        Seed seed() {
            return seed.split("case", next++);
        }

        /// A whole number in [`low`, `high`].
        int between(int low, int high) {
            return low + seed.below(next++, high - low + 1);
        }

        /// A uniform number in [`low`, `high`).
        double uniform(double low, double high) {
            return low + (high - low) * seed.uniform(next++);
        }

        /// A standard normal number that is a float.
        double normal() {
            return (float) seed.split("normal").normal(next++);
        }

        /// True with the given probability.
        boolean chance(double probability) {
            return uniform(0, 1) < probability;
        }

        /// One of the given values.
        <T> T oneOf(List<T> values) {
            return values.get(between(0, values.size() - 1));
        }

        /// Standard normal floats.
        double[][] normals(int rows, int columns) {
            double[][] matrix = new double[rows][columns];
            for (double[] row : matrix) {
                Arrays.setAll(row, j -> normal());
            }
            return matrix;
        }
    }
}
