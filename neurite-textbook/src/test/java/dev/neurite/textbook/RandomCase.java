package dev.neurite.textbook;

import dev.neurite.activation.Activation;
import dev.neurite.activation.HardSigmoid;
import dev.neurite.activation.HardSwish;
import dev.neurite.activation.HardTanh;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.activation.Relu;
import dev.neurite.activation.Relu6;
import dev.neurite.activation.Selu;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.loss.MeanSquaredError;
import dev.neurite.loss.SoftmaxCrossEntropy;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import dev.neurite.textbook.Property.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A drawn network with a start, a loss and a batch, all numbers of which are floats.
record RandomCase(Network network, Loss loss, Parameters start, Batch batch, Seed seed, long step) {
    /// Every built-in activation and one of a user.
    static final List<Activation> ACTIVATIONS = Stream.concat(
                    Activation.builtIn().stream(),
                    Stream.of(Activation.custom(
                            "softsign", z -> z / (1 + Math.abs(z)), z -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z))))))
            .toList();

    static final List<Loss> LOSSES = List.of(
            Loss.softmaxCrossEntropy(),
            Loss.sigmoidCrossEntropy(),
            Loss.meanSquaredError(),
            new MeanSquaredError(true));

    static RandomCase draw(Draws draws, int maxDepth, int maxWidth, int maxRows) {
        Network network = network(draws, maxDepth, maxWidth);
        Loss loss = draws.oneOf(LOSSES);
        int rows = draws.between(1, maxRows);
        Batch batch = Batch.of(draws.normals(rows, network.inputs()), targets(draws, loss, rows, network.outputs()));
        if (draws.chance(0.5)) {
            batch = batch.withWeights(weights(draws, rows));
        }
        Parameters start = Program.forTraining(network, 1).initialize(draws.seed());
        return new RandomCase(network, loss, start, batch, draws.seed(), draws.between(0, 1000));
    }

    /// The masks that the engine draws at the step of this case.
    DropoutMasks masks() {
        return DropoutMasks.ofEngine(network, seed, step);
    }

    /// Whether the input of some activation with a kink lies so near to it that two precisions may take different
    /// sides, where the gradients differ honestly.
    boolean nearKink(double distance) {
        TextbookNetwork textbook = TextbookNetwork.of(network);
        Pass pass = textbook.forward(textbook.vector(start), batch.x(), masks());
        for (int l = 0; l < network.layers().size(); l++) {
            if (network.layers().get(l) instanceof Dense dense) {
                double[] kinks = kinks(dense.activation());
                boolean near = Arrays.stream(pass.inner(l))
                        .flatMapToDouble(Arrays::stream)
                        .anyMatch(z -> Arrays.stream(kinks).anyMatch(k -> z != k && Math.abs(z - k) < distance));
                if (near) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double[] kinks(Activation activation) {
        return switch (activation) {
            case Relu() -> new double[] {0};
            case LeakyRelu ignored -> new double[] {0};
            case Selu() -> new double[] {0};
            case Relu6() -> new double[] {0, 6};
            case HardTanh() -> new double[] {-1, 1};
            case HardSigmoid() -> new double[] {-3, 3};
            case HardSwish() -> new double[] {-3, 3};
            default -> new double[0];
        };
    }

    private static Network network(Draws draws, int maxDepth, int maxWidth) {
        List<Layer> layers = new ArrayList<>();
        int depth = draws.between(1, maxDepth);
        for (int l = 0; l < depth; l++) {
            if (draws.chance(0.3)) {
                layers.add(new Dropout(draws.chance(0.2) ? 0 : draws.uniform(0, 0.7)));
            }
            boolean last = l == depth - 1;
            Activation activation = last && draws.chance(0.8) ? Activation.identity() : draws.oneOf(ACTIVATIONS);
            Dense dense = Dense.of(draws.between(1, maxWidth), activation)
                    .withStart(Initializer.glorotNormal(), Initializer.normal(0, 0.5));
            layers.add(draws.chance(0.3) ? dense.withoutBias() : dense);
        }
        return Network.of(draws.between(1, maxWidth), layers.toArray(Layer[]::new));
    }

    static double[][] targets(Draws draws, Loss loss, int rows, int outputs) {
        double[][] targets = new double[rows][loss.targets(outputs)];
        for (double[] target : targets) {
            Arrays.setAll(target, j -> target(draws, loss, outputs));
        }
        return targets;
    }

    private static double target(Draws draws, Loss loss, int outputs) {
        if (loss instanceof SoftmaxCrossEntropy) {
            return draws.between(0, outputs - 1);
        }
        if (loss instanceof MeanSquaredError) {
            return draws.normal();
        }
        return draws.chance(0.5) ? draws.between(0, 1) : (float) draws.uniform(0, 1);
    }

    static double[] weights(Draws draws, int rows) {
        double[] weights = new double[rows];
        Arrays.setAll(weights, r -> draws.chance(0.2) ? 0 : (float) draws.uniform(0.1, 3));
        weights[0] = 1;
        return weights;
    }
}
