package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.loss.Loss;
import dev.neurite.loss.Outputs;
import dev.neurite.loss.SigmoidCrossEntropy;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The gradient of every loss against finite differences, and values that are known otherwise.
class LossGradientTest {
    private static final double STEP = 0x1.0p-17;

    @Test
    void gradient_everyLoss_equalsFiniteDifferences() {
        for (Loss loss : LossCase.ALL) {
            Property.holds(40, draws -> {
                int outputs = LossCase.outputs(draws, loss);
                double[] z = LossCase.predictions(draws, loss, 1, outputs, 2)[0];
                double[] t = LossCase.targets(draws, loss, 1, outputs)[0];
                RowLoss row = RowLoss.of(loss);
                double[] gradient = row.gradient(z, t);
                for (int j = 0; j < outputs; j++) {
                    // losses on probabilities bend sharply near 0
                    double h = STEP * (loss.outputs() == Outputs.PROBABILITIES ? z[j] : 1);
                    double difference = difference(row, z, t, j, h);
                    assertThat(gradient[j])
                            .as("%s, output %s of %s", loss, j, outputs)
                            .isCloseTo(difference, within(1e-7 * Math.max(1, Math.abs(difference))));
                }
            });
        }
    }

    private static double difference(RowLoss loss, double[] z, double[] t, int j, double h) {
        double zj = z[j];
        z[j] = zj + h;
        double above = loss.value(z, t);
        z[j] = zj - h;
        double below = loss.value(z, t);
        z[j] = zj;
        return (above - below) / (2 * h);
    }

    @Test
    void focal_gamma0_isCrossEntropy() {
        double[] z = {1, -2, 0.5};
        double[] t = {1};
        RowLoss crossEntropy = RowLoss.softmaxCrossEntropy();
        RowLoss focal = new SoftmaxFocalLoss(0);
        assertThat(focal.value(z, t)).isCloseTo(crossEntropy.value(z, t), within(1e-14));
        assertThat(Errors.largest(focal.gradient(z, t), crossEntropy.gradient(z, t), 1))
                .isLessThan(1e-14);
    }

    /// Lin et al. 2017, section 3.1: with gamma 2, p = 0.9 costs 100 times less than cross-entropy, and p = 0.968
    /// about 1000 times less.
    @Test
    void focal_gamma2_discountsWhatIsKnown() {
        assertThat(discount(0.9)).isCloseTo(100, within(1e-9));
        assertThat(discount(0.968)).isCloseTo(1 / (0.032 * 0.032), within(1e-9));
    }

    private static double discount(double p) {
        double[] z = {Math.log(p / (1 - p))};
        double focal = new SigmoidFocalLoss(2, 0.5).value(z, new double[] {1}) / 0.5;
        double[] two = {z[0], 0};
        double softmax = new SoftmaxFocalLoss(2).value(two, new double[] {0});
        assertThat(softmax).isCloseTo(focal, within(1e-14));
        return -Math.log(p) / focal;
    }

    /// The logarithm of a normal density of mean 1 and variance 4 at 2 is −½(log 2π + log 4 + ¼).
    @Test
    void gaussian_knownDensity_isMinusItsLogarithm() {
        double raw = Math.log(Math.expm1(4 - 1e-6));
        double value = new GaussianLoss().value(new double[] {1, raw}, new double[] {2});
        assertThat(value).isCloseTo(0.5 * (Math.log(4) + 0.25), within(1e-12));
    }

    /// Output 3 is the second quantile of the second target.
    @Test
    void quantile_severalQuantilesAndTargets_standSideBySide() {
        RowLoss loss = new QuantileLoss(List.of(0.1, 0.9));
        double[] z = {1, 1, 5, 7};
        double[] t = {1, 6};
        assertThat(loss.value(z, t)).isCloseTo((0.1 * 1 + 0.1 * 1) / 4, within(1e-15));
        assertThat(loss.gradient(z, t)).containsExactly(0, 0, -0.1 / 4, (1 - 0.9) / 4);
    }

    /// Twice the weight of a 1 is a second target of 1 at the same logit.
    @Test
    void sigmoid_positiveWeight_countsOnesMore() {
        RowLoss weighted = RowLoss.of(new SigmoidCrossEntropy().withPositiveWeights(2, 1));
        RowLoss plain = RowLoss.sigmoidCrossEntropy();
        double[] z = {0.3, -0.4};
        double[] t = {1, 0};
        double one = plain.value(new double[] {0.3}, new double[] {1});
        assertThat(weighted.value(z, t)).isCloseTo(plain.value(z, t) + one / 2, within(1e-14));
    }
}
