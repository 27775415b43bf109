package dev.neurite.textbook;

import static dev.neurite.textbook.Reference.integers;
import static dev.neurite.textbook.Reference.matrix;
import static dev.neurite.textbook.Reference.transposed;
import static dev.neurite.textbook.Reference.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.loss.MeanSquaredError;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Softmax;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Sgd;
import dev.neurite.random.Seed;
import dev.neurite.train.Trainer;
import dev.neurite.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The fast engine from the recorded starts, on the recorded data in the recorded order. It computes in single
/// precision, the recorded runs in double: no loss of any step is off by more than 1e-4 of itself (the largest found
/// was 3.8e-5, in system 000), far below the 1 % that is promised for the end.
class EngineReferenceRunTest {
    @Test
    void training_system000_takesTheRecordedLosses() {
        JsonNode run = Reference.read("000-two-layer-regression");
        Network network = Network.of(
                1,
                dense(Activation.relu(), transposed(run.get("W1")), transposed(run.get("b1"))),
                dense(Activation.identity(), transposed(run.get("W2")), transposed(run.get("b2"))));
        Dataset data = Dataset.of(floats(transposed(run.get("X"))), floats(transposed(run.get("Y"))));
        assertFullBatchRun(run, new MeanSquaredError(true), network, data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"001-classifier-moons", "001-classifier-deep"})
    void training_system001_takesTheRecordedLosses(String file) {
        JsonNode run = Reference.read(file);
        int layers = run.get("W").size();
        Network network = Network.of(
                run.get("units").get(0).intValue(),
                IntStream.range(0, layers)
                        .mapToObj(l -> dense(
                                l + 1 < layers ? Activation.relu() : Activation.identity(),
                                transposed(run.get("W").get(l)),
                                transposed(run.get("b").get(l))))
                        .toArray(Layer[]::new));
        Dataset data = Dataset.of(floats(transposed(run.get("X"))), integers(run.get("t")));
        assertFullBatchRun(run, Loss.softmaxCrossEntropy(), network, data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"002-softmax-momentum", "002-identity-momentum"})
    void training_system002_takesTheRecordedLosses(String file) {
        JsonNode run = Reference.read(file);
        boolean softmax = file.contains("softmax");
        Network linear = rowsNetwork(run, "layers", "b", Activation.relu());
        Network network = softmax ? withSoftmax(linear) : linear;
        Dataset data = Dataset.of(floats(matrix(run.get("x"))), floats(matrix(run.get("y"))));
        Trainer trainer = Trainer.of(softmax ? Loss.categoricalCrossEntropy() : Loss.meanSquaredError())
                .withOptimizer(new Sgd(run.get("momentum").doubleValue(), 0, false, 0))
                .withLearningRate(run.get("lr").doubleValue())
                .withBatchSize(run.get("batch_size").intValue())
                .withEpochs(run.get("epochs").intValue());
        int[][] order = new int[run.get("epochs").intValue()][];
        Arrays.setAll(order, epoch -> integers(run.get("order").get(epoch)));
        double[] losses = new double[order.length];
        int batch = run.get("batch_size").intValue();
        train(trainer, network, new OrderedDataset(data, order), (epoch, step, loss) -> {
            int rows = Math.min(batch, order[epoch].length - step * batch);
            losses[epoch] += loss * rows / order[epoch].length;
        });
        assertLosses(losses, vector(run.get("losses")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"003-sequential-relu", "003-sequential-tanh"})
    void training_system003_takesTheRecordedLosses(String file) {
        JsonNode run = Reference.read(file);
        Activation activation = Activation.named(run.get("activations").get(0).stringValue());
        Network network = withSoftmax(rowsNetwork(run, "sizes", "W0", activation));
        Dataset data = Dataset.of(floats(transposed(run.get("X"))), classes(transposed(run.get("Y"))));
        Trainer trainer = Trainer.of(Loss.negativeLogLikelihood())
                .withOptimizer(Optimizer.sgd())
                .withLearningRate(run.get("lr").doubleValue())
                .withBatchSize(1)
                .withEpochs(1);
        int[] samples = integers(run.get("samples"));
        double[] losses = new double[samples.length];
        train(
                trainer,
                network,
                new OrderedDataset(data, new int[][] {samples}),
                (epoch, step, loss) -> losses[step] = loss);
        assertLosses(losses, vector(run.get("losses")));
    }

    @Test
    void training_system004_takesTheRecordedLosses() {
        JsonNode run = Reference.read("004-two-layer-softmax");
        Network network = Network.of(
                2,
                dense(Activation.relu(), matrix(run.get("W1")), matrix(run.get("b1"))),
                dense(Activation.identity(), matrix(run.get("W2")), matrix(run.get("b2"))));
        Dataset data = Dataset.of(floats(matrix(run.get("x"))), integers(run.get("y")));
        assertFullBatchRun(run, Loss.softmaxCrossEntropy(), network, data);
    }

    private static void assertFullBatchRun(JsonNode run, Loss loss, Network network, Dataset data) {
        Trainer trainer = Trainer.of(loss)
                .withOptimizer(Optimizer.sgd())
                .withLearningRate(run.get("lr").doubleValue())
                .withBatchSize(data.size())
                .withEpochs(run.get("epochs").intValue());
        int[] all = IntStream.range(0, data.size()).toArray();
        int[][] order = new int[run.get("epochs").intValue()][];
        Arrays.fill(order, all);
        double[] losses = new double[order.length];
        train(trainer, network, new OrderedDataset(data, order), (epoch, step, value) -> losses[epoch] = value);
        assertLosses(losses, vector(run.get("losses")));
    }

    private static void assertLosses(double[] losses, double[] expected) {
        assertThat(losses).hasSameSizeAs(expected);
        assertThat(Errors.largest(losses, expected, 0)).isLessThan(1e-4);
    }

    /// What is done with the loss of a step.
    private interface Step {
        void took(int epoch, int stepOfEpoch, double loss);
    }

    private static void train(Trainer trainer, Network network, OrderedDataset data, Step step) {
        try (Training training = new Training(trainer, network, data)) {
            for (int epoch = 0; epoch < trainer.epochs(); epoch++) {
                data.start(epoch, trainer.seed());
                training.startEpoch(epoch);
                for (int i = 0; training.hasNextStep(); i++) {
                    step.took(epoch, i, training.step());
                }
            }
        }
    }

    private static Network rowsNetwork(JsonNode run, String sizes, String biases, Activation hidden) {
        int layers = run.get("W").size();
        return Network.of(
                run.get(sizes).get(0).intValue(),
                IntStream.range(0, layers)
                        .mapToObj(l -> dense(
                                l + 1 < layers ? hidden : Activation.identity(),
                                matrix(run.get("W").get(l)),
                                matrix(run.get(biases).get(l))))
                        .toArray(Layer[]::new));
    }

    /// Softmax as a layer, differentiated through its Jacobian, as the recorded runs have it.
    private static Network withSoftmax(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(new Softmax());
        return new Network(network.input(), layers);
    }

    /// A layer that starts at recorded numbers.
    private static Layer dense(Activation activation, double[][] weights, double[][] biases) {
        double[] b = Reference.concatenated(biases);
        return Dense.of(b.length, activation).withStart(recorded(Reference.concatenated(weights)), recorded(b));
    }

    private static Initializer recorded(double[] numbers) {
        return (seed, index, fanIn, fanOut) -> numbers[(int) index];
    }

    private static int[] classes(double[][] oneHot) {
        return Arrays.stream(oneHot)
                .mapToInt(row -> IntStream.range(0, row.length)
                        .filter(k -> row[k] == 1)
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    private static float[][] floats(double[][] matrix) {
        return Arrays.stream(matrix).map(Engine::floats).toArray(float[][]::new);
    }

    /// Gives the trainer, which draws an order of its own, the rows of a recorded order.
    private static final class OrderedDataset implements Dataset {
        private final Dataset data;
        private final int[][] order;
        private final int[] row;

        OrderedDataset(Dataset data, int[][] order) {
            this.data = data;
            this.order = order;
            this.row = new int[order[0].length];
        }

        /// The trainer will ask for `drawn[0]`, `drawn[1]` …; the recorded run took `order[0]`, `order[1]` ….
        void start(int epoch, Seed seed) {
            int[] drawn = new int[row.length];
            seed.split("order").permute(drawn, epoch);
            for (int i = 0; i < row.length; i++) {
                row[drawn[i]] = order[epoch][i];
            }
        }

        @Override
        public int size() {
            return row.length;
        }

        @Override
        public int inputs() {
            return data.inputs();
        }

        @Override
        public int targets() {
            return data.targets();
        }

        @Override
        public void copyInputs(int asked, float[] to, int offset) {
            data.copyInputs(row[asked], to, offset);
        }

        @Override
        public void copyTargets(int asked, float[] to, int offset) {
            data.copyTargets(row[asked], to, offset);
        }

        @Override
        public float weight(int asked) {
            return 1;
        }
    }
}
