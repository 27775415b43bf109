package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.initialize.Initializer;
import dev.neurite.kernels.Team;
import dev.neurite.op.Lowering.Parameter;
import dev.neurite.parameter.Constraint;
import dev.neurite.parameter.Learning;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Slot;
import dev.neurite.random.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Norms of the columns of a weight so large that threads share it: 700 × 150 numbers, in rows of 160.
class NormConstraintTest {
    private static final Slot SLOT = new Slot(0, "layer1.weight", 700, 150, 32, Role.WEIGHT);

    /// Column j has numbers of about j/150, so that some norms are above 12 and some below.
    private static float[] start() {
        float[] parameters = new float[SLOT.end()];
        for (int row = 0; row < SLOT.rows(); row++) {
            for (int j = 0; j < SLOT.columns(); j++) {
                double size = (j + 1.0) / SLOT.columns();
                parameters[SLOT.offset() + row * SLOT.stride() + j] =
                        (float) (size * Seed.of(1).normal((long) row * SLOT.columns() + j));
            }
        }
        Arrays.fill(parameters, 0, SLOT.offset(), 7);
        return parameters;
    }

    private static float[] imposed(Constraint constraint, int threads) {
        float[] parameters = start();
        Parameter parameter = new Parameter(
                "layer 1 (Dense)",
                SLOT,
                Initializer.zeros(),
                SLOT.rows(),
                SLOT.columns(),
                Learning.free().withConstraint(constraint));
        try (Team team = Team.of(threads)) {
            new NormConstraint(parameters, parameter, team).impose();
        }
        return parameters;
    }

    private static double norm(float[] parameters, int column) {
        double squares = 0;
        for (int row = 0; row < SLOT.rows(); row++) {
            double weight = parameters[SLOT.offset() + row * SLOT.stride() + column];
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    @Test
    void impose_maxNorm_scalesTheColumnsAboveItAndLeavesTheRest() {
        float[] before = start();
        float[] after = imposed(Constraint.maxNorm(12), 1);

        int scaled = 0;
        for (int j = 0; j < SLOT.columns(); j++) {
            double norm = norm(before, j);
            assertThat(norm(after, j)).as("column %d", j).isCloseTo(Math.min(norm, 12), within(1e-5));
            scaled += norm > 12 ? 1 : 0;
        }
        assertThat(scaled).isBetween(10, 140);
        assertThat(Arrays.copyOf(after, SLOT.offset())).containsOnly(7);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4"})
    void impose_byThreads_givesTheSameBits(int threads) {
        assertThat(imposed(Constraint.maxNorm(12), threads)).isEqualTo(imposed(Constraint.maxNorm(12), 1));
        assertThat(imposed(Constraint.unitNorm(), threads)).isEqualTo(imposed(Constraint.unitNorm(), 1));
    }
}
