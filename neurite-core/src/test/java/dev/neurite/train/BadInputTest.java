package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.loss.Quantile;
import dev.neurite.metric.Metric;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.network.Softmax;
import dev.neurite.program.Program;
import java.lang.reflect.Proxy;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Trainings that are refused before their first step: one sentence that says where, which rule and which value.
class BadInputTest {
    private static final float[][] INPUTS = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
    private static final Dataset CLASSES = Dataset.of(INPUTS, new int[] {0, 1, 2, 1});
    private static final Trainer TRAINER = Trainer.forClassification().withEpochs(1);

    private static Network network(int inputs, int outputs) {
        return Network.of(inputs, Dense.of(4, Activation.relu()), Dense.linear(outputs));
    }

    private static void assertRefused(ThrowingCallable wrong, String sentence) {
        assertThatThrownBy(wrong).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }

    private static void assertRefused(Loss loss, int outputs, Dataset data, String sentence) {
        assertRefused(() -> Trainer.of(loss).withEpochs(1).fit(network(2, outputs), data), sentence);
    }

    /// A metric of a user's own.
    private record OwnMetric(String name) implements Metric {
        @Override
        public boolean higherIsBetter() {
            return true;
        }

        @Override
        public Accumulator accumulator(int outputs, int targets) {
            return Metric.accuracy().accumulator(outputs, targets);
        }
    }

    @Test
    void metrics_ofOneName_areRefused() {
        assertRefused(
                () -> TRAINER.withMetrics(Metric.accuracy(), new OwnMetric("accuracy")),
                "metrics must have different names, got two of accuracy");
        Trainer stopping = TRAINER.withEarlyStopping(EarlyStopping.on(new OwnMetric("accuracy")));
        assertRefused(
                () -> stopping.fit(network(2, 3), CLASSES, CLASSES),
                "metrics must have different names, got two of accuracy");
    }

    @Test
    void metricOfProbabilities_whereNoneArePredicted_isRefused() {
        for (Metric metric : List.of(Metric.logLoss(), Metric.brier(), Metric.calibrationError())) {
            Trainer trainer = Trainer.of(Loss.hinge()).withMetrics(metric).withEpochs(1);
            String sentence = metric.name() + " measures probabilities, which hinge loss does not predict";
            assertRefused(() -> trainer.fit(network(2, 3), CLASSES, CLASSES), sentence);
            assertRefused(() -> CrossValidation.of(2).run(trainer, network(2, 3), CLASSES), sentence);
        }
    }

    @Test
    void metricOfProbabilities_ofALayerThatGivesThem_isMeasured() {
        Network network = Network.of(2, Dense.of(1, Activation.sigmoid()));
        Dataset data = Dataset.of(INPUTS, new float[] {0, 1, 1, 0});
        Trainer trainer =
                Trainer.of(Loss.meanSquaredError()).withMetrics(Metric.brier()).withEpochs(1);
        EpochRecord measured = trainer.fit(network, data, data).history().getFirst();
        assertThat(measured.metrics().get("brier")).isCloseTo(measured.validationLoss(), within(1e-6));
    }

    @Test
    void fit_shapesThatDoNotFit_isRefused() {
        assertRefused(
                () -> TRAINER.fit(network(3, 3), CLASSES), "training data must have 3 inputs like the network, got 2");
        assertRefused(
                () -> TRAINER.fit(network(2, 3), CLASSES, Dataset.of(new float[][] {{1}}, new int[] {0})),
                "validation data must have 2 inputs like the network, got 1");
        assertRefused(
                Loss.meanSquaredError(),
                2,
                Dataset.of(INPUTS, new float[4]),
                "training data must have 2 targets for mean squared error and 2 outputs, got 1");
        assertRefused(
                Loss.gaussian(),
                1,
                Dataset.of(INPUTS, new float[4]),
                "Gaussian loss must have two outputs for each target, mean and variance, got 1");
        assertRefused(
                new Quantile(List.of(0.1, 0.9)),
                3,
                Dataset.of(INPUTS, new float[4]),
                "quantile loss of 2 quantiles must have a multiple of 2 outputs, got 3");
        assertRefused(
                () -> Network.of(2, Dense.linear(4), new Residual(List.of(Dense.linear(3)))),
                "layer 2 (Residual): layer 1 (Dense) must give back the 4 numbers that the block takes, gives 3");
        assertRefused(
                () -> TRAINER.fit(Network.of(2, Dense.linear(3), new Softmax()), CLASSES),
                "softmax cross-entropy acts on logits, but the last layer is Softmax, which gives probabilities: take a"
                        + " loss on probabilities, or leave the Softmax out");
        assertRefused(
                Loss.negativeLogLikelihood(),
                3,
                CLASSES,
                "negative log-likelihood acts on probabilities, so the last layer must be Softmax, got Dense");
        assertRefused(
                () -> TRAINER.withBatchSize(1).fit(Network.of(2, BatchNorm.standard(), Dense.linear(3)), CLASSES),
                "layer 1 (BatchNorm): a batch must have at least 2 rows, got 1");
    }

    @Test
    void program_tooLargeForAnArray_isRefusedWithItsLayer() {
        String rule = ": parameters, and the numbers of a batch, must each fit into one array of 2147483647 numbers,"
                + " got more";
        Layer wide = Dense.linear(100_000);
        assertRefused(() -> Program.forTraining(Network.of(2, wide, wide), 1), "layer 2 (Dense)" + rule);
        assertRefused(
                () -> Program.forTraining(Network.of(2, new Dropout(0.1), Dense.linear(Integer.MAX_VALUE)), 1),
                "layer 2 (Dense)" + rule);
    }

    @Test
    void fit_classOutOfRange_isRefusedWithItsRow() {
        String rule = "class index must be a whole number k with 0 <= k < 3, got ";
        for (Loss loss : List.of(Loss.softmaxCrossEntropy(), Loss.softmaxFocal(), Loss.hinge())) {
            assertRefused(loss, 3, Dataset.of(INPUTS, new int[] {0, 3, 1, 1}), "training data, row 1: " + rule + "3.0");
            assertRefused(
                    loss, 3, Dataset.of(INPUTS, new int[] {0, 1, -1, 1}), "training data, row 2: " + rule + "-1.0");
        }
        assertRefused(
                () -> TRAINER.fit(network(2, 3), CLASSES, Dataset.of(INPUTS, new float[] {0, 1, 2, 1.5f})),
                "validation data, row 3: " + rule + "1.5");
    }

    @Test
    void fit_targetsOutsideTheDomainOfTheLoss_isRefusedWithTheirRow() {
        Dataset tooMuch = Dataset.of(INPUTS, new float[][] {{1, 0}, {.5f, .5f}, {.5f, .6f}, {1, 0}});
        for (Loss loss : List.of(Loss.softTargetCrossEntropy(), Loss.kullbackLeibler())) {
            assertRefused(
                    loss,
                    2,
                    tooMuch,
                    "training data, row 2: target probabilities of a row must sum to 1, got a sum of 1.1");
        }
        assertRefused(
                Loss.sigmoidCrossEntropy(),
                1,
                Dataset.of(INPUTS, new float[] {1, 0, 2, 0}),
                "training data, row 2: target probability must be in [0, 1], got 2.0");
        assertRefused(
                Loss.poisson(),
                1,
                Dataset.of(INPUTS, new float[] {1, 2, -1, 0}),
                "training data, row 2: target count must be finite and not negative, got -1.0");
        assertRefused(
                Loss.meanAbsoluteError(),
                1,
                Dataset.of(INPUTS, new float[] {1, 2, Float.NaN, 0}),
                "training data, row 2: target must be finite, got NaN");
    }

    @Test
    void fit_withoutRowsOrWeights_isRefused() {
        Dataset none = CLASSES.subset(new int[0]);
        assertRefused(() -> TRAINER.fit(network(2, 3), none), "training data must have at least one row, got none");
        assertRefused(
                () -> TRAINER.fit(network(2, 3), CLASSES, none),
                "validation data must have at least one row, got none");
        assertRefused(
                () -> TRAINER.online(network(2, 3)).partialFit(none), "chunk 1 must have at least one row, got none");
        Dataset weightless = CLASSES.withWeights(new float[] {0, 0, 1, 1}).subset(new int[] {0, 1});
        assertRefused(
                () -> TRAINER.fit(network(2, 3), weightless), "data must have a row of positive weight, got none");
    }

    /// A dataset of the user's own may say anything.
    @Test
    void fit_weightThatIsNone_isRefusedWithItsRow() {
        for (float weight : new float[] {Float.NaN, -1, Float.POSITIVE_INFINITY}) {
            Dataset own = withWeight(weight);
            String rule = "row 1: weight must be finite and not negative, got " + weight;
            assertRefused(() -> TRAINER.fit(network(2, 3), own), "training data, " + rule);
            assertRefused(() -> TRAINER.fit(network(2, 3), CLASSES, own), "validation data, " + rule);
            assertRefused(() -> TRAINER.online(network(2, 3)).partialFit(own), "chunk 1, " + rule);
        }
    }

    private static Dataset withWeight(float weight) {
        return (Dataset) Proxy.newProxyInstance(
                Dataset.class.getClassLoader(),
                new Class<?>[] {Dataset.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "weight" -> (int) arguments[0] == 1 ? weight : 1f;
                    case "weighted" -> true;
                    default -> method.invoke(CLASSES, arguments);
                });
    }

    @Test
    void fit_metricThatDoesNotFit_isRefusedBeforeTheFirstStep() {
        assertRefused(
                () -> TRAINER.withMetrics(Metric.rootMeanSquaredError()).fit(network(2, 3), CLASSES, CLASSES),
                "rmse is for numbers: it must have as many targets as outputs, got 1 targets and 3 outputs");
        Dataset zero = Dataset.of(INPUTS, new float[] {1, 2, 0, 3});
        Trainer trainer =
                Trainer.forRegression().withEarlyStopping(EarlyStopping.on(Metric.meanAbsolutePercentageError()));
        String sentence = "validation data, row 2: target must be finite and not 0, got 0.0, as mape needs it";
        assertRefused(() -> trainer.fit(network(2, 1), zero, zero), sentence);
        assertRefused(() -> Lbfgs.standard().fit(trainer, network(2, 1), zero, zero, new StopSignal()), sentence);
    }

    @Test
    void fit_stoppingOnAMetricWithoutValidationRows_isRefused() {
        Trainer trainer = TRAINER.withEarlyStopping(EarlyStopping.on(Metric.accuracy()));
        String sentence = "EarlyStopping.metric needs validation rows to measure accuracy on, got none";
        assertRefused(() -> trainer.fit(network(2, 3), CLASSES), sentence);
        assertRefused(() -> Lbfgs.standard().fit(trainer, network(2, 3), CLASSES), sentence);
        assertRefused(() -> CrossValidation.of(2).run(trainer, network(2, 3), CLASSES), sentence);
    }
}
