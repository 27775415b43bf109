package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Evaluation;
import dev.neurite.metric.Metric;
import dev.neurite.model.Model;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.parameter.Constraint;
import dev.neurite.parameter.Parameters;
import dev.neurite.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against optima that scikit-learn found: `lbfgs/convex.json`, made by the script beside it.
class LbfgsTest {
    private static final JsonNode CONVEX = read();
    private static final Lbfgs PRECISE = Lbfgs.standard().withTolerance(1e-7);

    private static JsonNode read() {
        try (InputStream in = LbfgsTest.class.getResourceAsStream("/lbfgs/convex.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static float[][] inputs() {
        float[][] x = new float[CONVEX.get("x").size()][4];
        for (int row = 0; row < x.length; row++) {
            for (int j = 0; j < 4; j++) {
                x[row][j] = (float) CONVEX.get("x").get(row).get(j).doubleValue();
            }
        }
        return x;
    }

    private static Dataset classes(String name) {
        int[] classes = new int[CONVEX.get(name).size()];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = CONVEX.get(name).get(row).intValue();
        }
        return Dataset.of(inputs(), classes);
    }

    private static Dataset values() {
        float[] values = new float[CONVEX.get("y").size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) CONVEX.get("y").get(row).doubleValue();
        }
        return Dataset.of(inputs(), values);
    }

    @Test
    void fit_threeClasses_findsTheOptimumOfScikitLearn() {
        assertOptimum(Trainer.of(Loss.softmaxCrossEntropy()), "three", classes("three"), 3);
    }

    @Test
    void fit_twoClasses_findsTheOptimumOfScikitLearn() {
        assertOptimum(Trainer.of(Loss.sigmoidCrossEntropy()), "two", classes("two"), 1);
    }

    @Test
    void fit_ridge_findsTheOptimumOfScikitLearn() {
        assertOptimum(Trainer.of(Loss.meanSquaredError()), "y", values(), 1);
    }

    /// The penalty of a layer is that of the procedure.
    @Test
    void fit_penaltyOfTheLayer_findsTheOptimumOfScikitLearn() {
        JsonNode optimum = CONVEX.get("cases").get("y");
        Network network =
                Network.of(4, Dense.linear(1).withPenalty(0, optimum.get("l2").doubleValue()));
        assertOptimum(Lbfgs.standard().withTolerance(1e-7), network, Trainer.forRegression(), optimum, values());
    }

    @Test
    void fit_penaltyOnMagnitudesAndSquares_findsTheOptimumOfScikitLearn() {
        JsonNode optimum = CONVEX.get("cases").get("elastic");
        assertOptimum(PRECISE, penalized(optimum), Trainer.forRegression(), optimum, values());
    }

    /// Two of its weights are 0, at the kink of the penalty, where the search comes to rest at a distance.
    @Test
    void fit_penaltyOnMagnitudes_comesCloseToTheOptimumOfScikitLearn() {
        JsonNode optimum = CONVEX.get("cases").get("lasso");
        TrainingResult result = PRECISE.fit(Trainer.forRegression(), penalized(optimum), values());
        assertThat(result.end()).isEqualTo(End.STALLED);
        Parameters found = result.model().parameters();
        for (int j = 0; j < 4; j++) {
            assertThat((double) found.at(found.layout().slots().get(0), j, 0))
                    .isCloseTo(optimum.get("weights").get(j).get(0).doubleValue(), within(2e-4));
        }
        assertThat(bias(found, 0)).isCloseTo(optimum.get("intercepts").get(0).doubleValue(), within(2e-4));
    }

    private static Network penalized(JsonNode optimum) {
        return Network.of(
                4,
                Dense.linear(1)
                        .withPenalty(
                                optimum.get("l1").doubleValue(),
                                optimum.get("l2").doubleValue()));
    }

    private static void assertOptimum(Trainer trainer, String name, Dataset data, int outputs) {
        JsonNode optimum = CONVEX.get("cases").get(name);
        Network network = Network.dense(4, List.of(), Activation.identity(), 0, outputs);
        assertOptimum(PRECISE.withL2(optimum.get("l2").doubleValue()), network, trainer, optimum, data);
    }

    /// In chunks as well as at once. Intercepts of classes are known up to a common shift.
    private static void assertOptimum(Lbfgs lbfgs, Network network, Trainer trainer, JsonNode optimum, Dataset data) {
        int outputs = network.outputs();
        for (int chunk : new int[] {0, 37}) {
            TrainingResult result = lbfgs.fit(trainer.withBatchSize(chunk), network, data);
            assertThat(result.end()).isIn(End.CONVERGED, End.STALLED);
            assertThat(result.steps()).isLessThan(60);
            Parameters found = result.model().parameters();
            double shift = 0;
            for (int k = 0; k < outputs; k++) {
                shift += (bias(found, k) - optimum.get("intercepts").get(k).doubleValue()) / outputs;
            }
            assertThat(shift).isCloseTo(0, within(outputs > 1 ? 10 : 1e-5));
            for (int k = 0; k < outputs; k++) {
                assertThat(bias(found, k) - (outputs > 1 ? shift : 0))
                        .isCloseTo(optimum.get("intercepts").get(k).doubleValue(), within(1e-5));
                for (int j = 0; j < 4; j++) {
                    double weight = found.at(found.layout().slots().get(0), j, k);
                    assertThat(weight)
                            .isCloseTo(optimum.get("weights").get(j).get(k).doubleValue(), within(1e-5));
                }
            }
        }
    }

    private static double bias(Parameters parameters, int k) {
        return parameters.at(parameters.layout().slots().get(1), 0, k);
    }

    @Test
    void fit_ring_learnsItInFewSteps() {
        Network network = Network.dense(2, List.of(16), Activation.tanh(), 0, 2);
        TrainingResult result = Lbfgs.standard()
                .withL2(1e-4)
                .fit(Trainer.forClassification(), network, Problems.ring(1000, 0, Seed.of(1)));
        double accuracy = Evaluation.of(
                        result.model().predictor(), Problems.ring(1000, 0, Seed.of(2)), List.of(Metric.accuracy()))
                .get("accuracy");
        assertThat(accuracy).isGreaterThan(0.97);
        assertThat(result.steps()).isLessThanOrEqualTo(200);
        List<EpochRecord> history = result.history();
        for (int i = 1; i < history.size(); i++) {
            assertThat(history.get(i).trainingLoss())
                    .isLessThan(history.get(i - 1).trainingLoss() * (1 + 1e-7));
        }
    }

    @Test
    void fit_anyThreads_givesTheSameBits() {
        Network network = Network.dense(2, List.of(300, 100), Activation.tanh(), 0, 2);
        Trainer trainer = Trainer.forClassification().withEpochs(6);
        Dataset data = Problems.ring(700, 0.1, Seed.of(1));
        Model one = Lbfgs.standard().fit(trainer, network, data).model();
        assertThat(Lbfgs.standard().fit(trainer.withThreads(3), network, data).model())
                .isEqualTo(one);
    }

    /// No tolerance is ever reached at the precision of floats.
    @Test
    void fit_toleranceZero_stallsAtTheOptimum() {
        List<TrainingEvent> events = new ArrayList<>();
        Trainer trainer = Trainer.forRegression().withListener(events::add);
        Network network = Network.dense(4, List.of(), Activation.identity(), 0, 1);
        TrainingResult result = PRECISE.withTolerance(0).fit(trainer, network, values());
        assertThat(result.end()).isEqualTo(End.STALLED);
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        TrainingEvent.Finished.class,
                        finished -> assertThat(finished.end()).isEqualTo(End.STALLED));
    }

    @Test
    void fit_withValidation_stopsEarlyAndKeepsTheBest() {
        Network network = Network.dense(2, List.of(50, 50), Activation.relu(), 0, 2);
        Trainer trainer = Trainer.forClassification().withEarlyStopping(EarlyStopping.after(5));
        Dataset validation = Problems.ring(200, 0.3, Seed.of(2));
        TrainingResult result = Lbfgs.standard()
                .fit(trainer, network, Problems.ring(100, 0.3, Seed.of(1)), validation, new StopSignal());
        assertThat(result.end()).isEqualTo(End.STOPPED_EARLY);
        assertThat(result.history()).hasSize(result.bestEpoch() + 5);
        double ofModel = Evaluation.of(result.model().predictor(), validation, List.of(Metric.logLoss()))
                .get("logLoss");
        assertThat(ofModel)
                .isCloseTo(result.history().get(result.bestEpoch() - 1).validationLoss(), within(1e-6));
    }

    @Test
    void fit_stopSignal_endsAfterTheStep() {
        StopSignal stop = new StopSignal();
        stop.request();
        TrainingResult result = Lbfgs.standard()
                .fit(
                        Trainer.forClassification(),
                        Network.dense(2, List.of(5), Activation.relu(), 0, 2),
                        Problems.ring(100, 0, Seed.of(1)),
                        null,
                        stop);
        assertThat(result.end()).isEqualTo(End.INTERRUPTED);
        assertThat(result.steps()).isEqualTo(1);
    }

    @Test
    void fit_dropout_isRefused() {
        Network network = Network.dense(2, List.of(5), Activation.relu(), 0.5, 2);
        assertThatThrownBy(() ->
                        Lbfgs.standard().fit(Trainer.forClassification(), network, Problems.ring(50, 0, Seed.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Lbfgs needs a loss without draws, so no dropout and no noise, got [Dense[");
    }

    @Test
    void fit_batchNormalisation_isRefusedByItsPlace() {
        Network network = Network.of(2, Residual.of(Dense.linear(2), BatchNorm.standard()), Dense.linear(2));
        assertThatThrownBy(() ->
                        Lbfgs.standard().fit(Trainer.forClassification(), network, Problems.ring(50, 0, Seed.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Lbfgs needs a loss of each row for itself, so no batch normalisation, got layer 1"
                        + " (Residual), layer 2 (BatchNorm)");
    }

    @Test
    void fit_constraint_isRefused() {
        Network network = Network.of(
                2,
                Dense.linear(3),
                Residual.of(Dense.linear(3).withConstraint(Constraint.maxNorm(2))),
                Dense.linear(2));
        assertThatThrownBy(() ->
                        Lbfgs.standard().fit(Trainer.forClassification(), network, Problems.ring(50, 0, Seed.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Lbfgs cannot keep the constraint maxNorm(2.0) of layer 2 (Residual), layer 1 (Dense), since"
                                + " it searches along straight lines: use another optimizer, or a penalty instead");
    }

    /// Behind a frozen layer that swaps nothing, the optimum is that of the layer alone.
    @Test
    void fit_frozenLayer_staysAndTheOtherFindsItsOptimum() {
        JsonNode optimum = CONVEX.get("cases").get("y");
        Initializer unit = (seed, index, fanIn, fanOut) -> index % (fanOut + 1) == 0 ? 1 : 0;
        Dense frozen = Dense.linear(4)
                .withStart(unit, Initializer.zeros())
                .withPenalty(1, 1)
                .withConstraint(Constraint.maxNorm(0.1))
                .frozen();
        Parameters found = PRECISE.withL2(optimum.get("l2").doubleValue())
                .fit(Trainer.forRegression(), Network.of(4, frozen, Dense.linear(1)), values())
                .model()
                .parameters();
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(found.at(found.layout().slots().get(0), i, j)).isEqualTo(i == j ? 1 : 0);
            }
            assertThat(found.at(found.layout().slots().get(1), 0, i)).isZero();
            assertThat((double) found.at(found.layout().slots().get(2), i, 0))
                    .isCloseTo(optimum.get("weights").get(i).get(0).doubleValue(), within(1e-5));
        }
    }

    @Test
    void numbers_outOfRange_areRefused() {
        assertThatThrownBy(() -> new Lbfgs(0, 1e-5, 0, 20)).hasMessage("Lbfgs.memory must be positive, got 0");
        assertThatThrownBy(() -> new Lbfgs(10, -1, 0, 20))
                .hasMessage("Lbfgs.tolerance must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> Lbfgs.standard().withL2(Double.NaN))
                .hasMessage("Lbfgs.l2 must be finite and not negative, got NaN");
        assertThatThrownBy(() -> new Lbfgs(10, 1e-5, 0, 1)).hasMessage("Lbfgs.searchLimit must be at least 2, got 1");
    }
}
