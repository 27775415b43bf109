package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputFunctionTest {
    /// Two columns, their Jacobians and the product with the gradient of the negative log-likelihood, worked
    /// by hand.
    @Test
    void jacobianAt_workedExample_equalsTheOneWorkedByHand() {
        double[] first = {5, 7, 3};
        double[] second = {4, 9, 2};
        assertThat(Softmax.jacobianAt(first))
                .isDeepEqualTo(new double[][] {{-20, -35, -15}, {-35, -42, -21}, {-15, -21, -6}});
        assertThat(Softmax.jacobianAt(second))
                .isDeepEqualTo(new double[][] {{-12, -36, -8}, {-36, -72, -18}, {-8, -18, -2}});
        assertThat(throughJacobian(first, new double[] {1, 0, 0})).containsExactly(4, 7, 3);
        assertThat(throughJacobian(second, new double[] {0, 0, 1})).containsExactly(4, 9, 1);
    }

    private static double[] throughJacobian(double[] p, double[] t) {
        OutputFunction given = new OutputFunction() {
            @Override
            public double[] value(double[] z) {
                return z;
            }

            @Override
            public double[][] jacobian(double[] z) {
                return Softmax.jacobianAt(z);
            }
        };
        return RowLoss.crossEntropy().throughJacobian(given).gradient(p, t);
    }

    @Test
    void throughJacobian_softmaxWithCrossEntropy_equalsTheShortForm() {
        RowLoss longWay = RowLoss.crossEntropy().throughJacobian(OutputFunction.softmax());
        Property.holds(200, draws -> {
            int outputs = draws.between(1, 12);
            double[] z = draws.normals(1, outputs)[0];
            int k = draws.between(0, outputs - 1);
            double[] oneHot = new double[outputs];
            oneHot[k] = 1;
            double[] shortForm = RowLoss.softmaxCrossEntropy().gradient(z, new double[] {k});
            assertThat(Errors.largest(longWay.gradient(z, oneHot), shortForm, 1))
                    .isLessThan(1e-14);
            double[] values = {longWay.value(z, oneHot)};
            double[] expected = {RowLoss.softmaxCrossEntropy().value(z, new double[] {k})};
            assertThat(Errors.largest(values, expected, 1)).isLessThan(1e-14);
        });
    }

    @Test
    void throughJacobian_identityWithSquaredError_equalsTheShortForm() {
        RowLoss squared = RowLoss.squaredError(false);
        RowLoss longWay = squared.throughJacobian(OutputFunction.identity());
        double[] z = {0.5, -2, 3};
        double[] t = {1, 0, -1};
        assertThat(longWay.value(z, t)).isEqualTo(squared.value(z, t));
        assertThat(longWay.gradient(z, t)).containsExactly(squared.gradient(z, t));
    }

    @Test
    void jacobian_everyFunction_equalsFiniteDifferences() {
        List<OutputFunction> functions = List.of(
                OutputFunction.of(Link.IDENTITY),
                OutputFunction.of(Link.SOFTMAX),
                OutputFunction.of(Link.SIGMOID),
                OutputFunction.of(Link.EXP),
                OutputFunction.of(Link.GAUSSIAN),
                OutputFunction.elementwise(Activation.tanh()));
        double[] z = {0.3, -1.2, 0.8, 0.1};
        for (OutputFunction function : functions) {
            double[] numerical = Reference.concatenated(differences(function, z));
            assertThat(Errors.largest(Reference.concatenated(function.jacobian(z)), numerical, 1))
                    .isLessThan(1e-9);
        }
    }

    private static double[][] differences(OutputFunction function, double[] z) {
        double h = 0x1.0p-17;
        double[][] jacobian = new double[z.length][z.length];
        for (int j = 0; j < z.length; j++) {
            double[] above = z.clone();
            double[] below = z.clone();
            above[j] += h;
            below[j] -= h;
            for (int i = 0; i < z.length; i++) {
                jacobian[i][j] = (function.value(above)[i] - function.value(below)[i]) / (2 * h);
            }
        }
        return jacobian;
    }

    @Test
    void softmax_hugeLogits_sumsToOne() {
        double[] p = OutputFunction.softmax().value(new double[] {1000, 999, -1000});
        assertThat(Arrays.stream(p).sum()).isEqualTo(1);
        assertThat(p[0]).isBetween(0.731, 0.7311);
    }
}
