package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.network.Scale;
import dev.neurite.network.Softmax;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Sgd;
import dev.neurite.parameter.Constraint;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Slot;
import dev.neurite.random.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What training does with parameters other than following the gradient.
class LayerTrainingTest {
    private static final Dataset DATA = Problems.curve(40, Seed.of(1));
    private static final Trainer SGD = Trainer.of(Loss.meanSquaredError())
            .withOptimizer(Sgd.plain())
            .withLearningRate(0.1)
            .withBatchSize(40);
    private static final Dense HIDDEN = Dense.of(5, Activation.tanh());

    private static Parameters trained(Trainer trainer, int steps, Layer... layers) {
        try (Training training = new Training(trainer, Network.of(2, layers), DATA)) {
            for (int step = 0; step < steps; step++) {
                training.startEpoch(step);
                training.step();
            }
            return training.state().current();
        }
    }

    private static double[] numbers(Parameters parameters, String name) {
        Slot slot = parameters.layout().slot(name);
        double[] numbers = new double[slot.count()];
        Arrays.setAll(numbers, i -> parameters.at(slot, i / slot.columns(), i % slot.columns()));
        return numbers;
    }

    @Test
    void batchNorm_runningStatistics_followTheBatch() {
        double mean = 0;
        double squares = 0;
        float[] inputs = new float[2];
        for (int row = 0; row < 40; row++) {
            DATA.copyInputs(row, inputs, 0);
            mean += inputs[1] / 40;
            squares += inputs[1] * inputs[1];
        }
        double variance = (squares - 40 * mean * mean) / 39;
        Parameters after = trained(SGD, 3, BatchNorm.standard(), Dense.linear(1));
        double share = 1 - 0.9 * 0.9 * 0.9;
        assertThat(numbers(after, "layer1.mean")[1]).isCloseTo(share * mean, within(1e-6));
        assertThat(numbers(after, "layer1.variance")[1]).isCloseTo(1 - share + share * variance, within(1e-6));
    }

    @Test
    void batchNorm_lossMeasuredAfterAnEpoch_leavesTheStatistics() {
        Network network = Network.of(2, BatchNorm.standard(), Dense.linear(1));
        Parameters fitted = SGD.withEpochs(2).fit(network, DATA).model().parameters();
        Parameters stepped = trained(SGD, 2, BatchNorm.standard(), Dense.linear(1));
        assertThat(numbers(fitted, "layer1.mean")).containsExactly(numbers(stepped, "layer1.mean"));
    }

    @Test
    void batchNorm_batchesOfOneRow_areRefused() {
        Network network = Network.of(2, HIDDEN, Residual.of(BatchNorm.standard()), Dense.linear(1));
        assertThatThrownBy(() -> SGD.withBatchSize(1).fit(network, DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 2 (Residual), layer 1 (BatchNorm): a batch must have at least 2 rows, got 1");
    }

    @Test
    void batchNorm_weightDecayAndClipping_leaveTheStatisticsAlone() {
        Layer[] layers = {BatchNorm.standard(), Dense.linear(1)};
        Parameters plain = trained(SGD, 3, layers);
        Parameters decayed = trained(SGD.withOptimizer(Adam.decoupled(0.5)), 3, layers);
        assertThat(numbers(decayed, "layer1.variance")).containsExactly(numbers(plain, "layer1.variance"));
    }

    @Test
    void validationLoss_ofAFoldedNetwork_isThatOfThePredictor() {
        Network network = Network.of(2, Dense.linear(6), BatchNorm.standard(), HIDDEN, Dense.linear(1));
        Dataset held = Problems.curve(30, Seed.of(2));
        TrainingResult result = SGD.withBatchSize(8).withEpochs(5).fit(network, DATA, held);
        float[] inputs = new float[2];
        float[] target = new float[1];
        double sum = 0;
        for (int row = 0; row < held.size(); row++) {
            held.copyInputs(row, inputs, 0);
            held.copyTargets(row, target, 0);
            double error = (double) result.model().predictor().predict(inputs)[0] - target[0];
            sum += error * error;
        }
        assertThat(sum / 30)
                .isCloseTo(result.history().get(result.bestEpoch() - 1).validationLoss(), within(1e-12));
    }

    @Test
    void frozen_layer_staysAsItIs() {
        Trainer adam = SGD.withOptimizer(new Adam(0.9, 0.99, 1e-8, 0.1, true));
        Parameters start = trained(adam, 0, HIDDEN, HIDDEN.frozen(), Dense.linear(1));
        Parameters end = trained(adam, 5, HIDDEN, HIDDEN.frozen(), Dense.linear(1));
        assertThat(numbers(end, "layer2.weight")).containsExactly(numbers(start, "layer2.weight"));
        assertThat(numbers(end, "layer2.bias")).containsExactly(numbers(start, "layer2.bias"));
        assertThat(numbers(end, "layer1.weight")).isNotEqualTo(numbers(start, "layer1.weight"));
    }

    @Test
    void frozen_laterLayer_changesNoGradientBeforeIt() {
        Parameters free = trained(SGD, 1, HIDDEN, HIDDEN, Dense.linear(1));
        Parameters frozen = trained(SGD, 1, HIDDEN, HIDDEN.frozen(), Dense.linear(1));
        assertThat(numbers(frozen, "layer1.weight")).containsExactly(numbers(free, "layer1.weight"));
    }

    @Test
    void penalty_inOneStep_isAddedToTheGradient() {
        double[] start = numbers(trained(SGD, 0, HIDDEN, Dense.linear(1)), "layer1.weight");
        double[] plain = numbers(trained(SGD, 1, HIDDEN, Dense.linear(1)), "layer1.weight");
        Parameters penalized = trained(SGD, 1, HIDDEN.withPenalty(0.3, 0.2), Dense.linear(1));
        for (int i = 0; i < start.length; i++) {
            double expected = plain[i] - 0.1 * (0.3 * Math.signum(start[i]) + 0.2 * start[i]);
            assertThat(numbers(penalized, "layer1.weight")[i]).isCloseTo(expected, within(1e-6));
        }
        Parameters bias = trained(SGD, 1, HIDDEN, Dense.linear(1));
        assertThat(numbers(penalized, "layer1.bias")).containsExactly(numbers(bias, "layer1.bias"));
    }

    @Test
    void constraint_afterEachStep_boundsTheNormOfEachUnit() {
        Dense bounded = HIDDEN.withConstraint(Constraint.maxNorm(0.8));
        Parameters maximum = trained(SGD, 4, bounded, Dense.linear(1));
        Parameters unit = trained(SGD, 4, HIDDEN.withConstraint(Constraint.unitNorm()), Dense.linear(1));
        double largest = 0;
        for (int unitIndex = 0; unitIndex < 5; unitIndex++) {
            assertThat(norm(numbers(maximum, "layer1.weight"), unitIndex)).isLessThan(0.8 + 1e-6);
            largest = Math.max(largest, norm(numbers(maximum, "layer1.weight"), unitIndex));
            assertThat(norm(numbers(unit, "layer1.weight"), unitIndex)).isCloseTo(1, within(1e-6));
        }
        assertThat(largest).isGreaterThan(0.8 - 1e-6);
    }

    private static double norm(double[] weight, int unit) {
        return Math.hypot(weight[unit], weight[5 + unit]);
    }

    @Test
    void learningRateFactor_ofARole_scalesItsStepsAlone() {
        Layer[] layers = {Scale.standard(), HIDDEN, Dense.linear(1)};
        Parameters start = trained(SGD, 0, layers);
        Parameters plain = trained(SGD, 1, layers);
        Parameters scaled =
                trained(SGD.withLearningRateFactor(Role.SCALE, 6).withLearningRateFactor(Role.BIAS, 0.1), 1, layers);
        assertThat(numbers(scaled, "layer2.weight")).containsExactly(numbers(plain, "layer2.weight"));
        assertThat(numbers(scaled, "layer1.scale")[0] - 1)
                .isCloseTo(6 * (numbers(plain, "layer1.scale")[0] - 1), within(1e-6));
        assertThat(numbers(scaled, "layer3.bias")[0] - numbers(start, "layer3.bias")[0])
                .isCloseTo(0.1 * numbers(plain, "layer3.bias")[0], within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("dev.neurite.optimize.Optimizer#builtIn")
    void learningRateFactor_ofZero_keepsParametersAndMoments(Optimizer optimizer) {
        Dense limited = HIDDEN.withConstraint(Constraint.maxNorm(0.1));
        Trainer trainer = SGD.withOptimizer(optimizer)
                .withLearningRateFactor(Role.WEIGHT, 0)
                .withWeightDecayOn(Role.WEIGHT, Role.BIAS);
        Parameters start = trained(trainer, 0, limited, Dense.linear(1));
        try (Training training = new Training(trainer, Network.of(2, limited, Dense.linear(1)), DATA)) {
            for (int step = 0; step < 3; step++) {
                training.startEpoch(step);
                training.step();
            }
            Parameters after = training.state().current();
            assertThat(numbers(after, "layer1.weight")).containsExactly(numbers(start, "layer1.weight"));
            assertThat(numbers(after, "layer2.weight")).containsExactly(numbers(start, "layer2.weight"));
            assertThat(numbers(after, "layer1.bias")).isNotEqualTo(numbers(start, "layer1.bias"));
            Slot weight = after.layout().slot("layer1.weight");
            for (float[] moment : training.state().moments()) {
                assertThat(Arrays.copyOfRange(moment, weight.offset(), weight.end()))
                        .containsOnly(0f);
            }
        }
    }

    @Test
    void weightDecay_onARole_decaysThatRoleAlone() {
        Layer[] layers = {Scale.standard(), HIDDEN, Dense.linear(1)};
        Trainer decoupled = SGD.withOptimizer(Adam.decoupled(0.5)).withLearningRate(0.1);
        Parameters weights = trained(decoupled, 1, layers);
        Parameters scales = trained(decoupled.withWeightDecayOn(Role.SCALE), 1, layers);
        Parameters none = trained(decoupled.withWeightDecayOn(), 1, layers);
        assertThat(numbers(weights, "layer1.scale")).containsExactly(numbers(none, "layer1.scale"));
        assertThat(numbers(scales, "layer2.weight")).containsExactly(numbers(none, "layer2.weight"));
        assertThat(numbers(scales, "layer1.scale")[0]).isCloseTo(numbers(none, "layer1.scale")[0] - 0.05, within(1e-6));
        assertThat(numbers(weights, "layer2.weight")).isNotEqualTo(numbers(none, "layer2.weight"));
    }

    @Test
    void roles_outOfRange_areRefused() {
        assertThatThrownBy(() -> SGD.withLearningRateFactor(Role.BIAS, -1))
                .hasMessage("Trainer.learningRateFactor of BIAS must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> SGD.withLearningRateFactor(Role.STATISTIC, 1))
                .hasMessage("Trainer.learningRateFactor must be of a role that learns, got STATISTIC");
        assertThatThrownBy(() -> SGD.withWeightDecayOn(Role.WEIGHT, Role.STATISTIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Trainer.weightDecayOn must be of roles that learn, got STATISTIC");
        assertThat(SGD.withWeightDecayOn(Role.BIAS, Role.BIAS)).isEqualTo(SGD.withWeightDecayOn(Role.BIAS));
    }

    @Test
    void softmaxLayer_withALossOnLogits_isRefused() {
        Network network = Network.of(2, Dense.linear(2), new Softmax());
        Dataset classes = Problems.ring(20, 0, Seed.of(1));
        assertThatThrownBy(() -> Trainer.forClassification().fit(network, classes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acts on logits, but the last layer is Softmax, which gives probabilities");
    }
}
