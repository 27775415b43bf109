package dev.neurite.textbook;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Loss;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.AdaptiveActivation;
import dev.neurite.network.AlphaDropout;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.Layer;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Network;
import dev.neurite.network.Prelu;
import dev.neurite.network.Residual;
import dev.neurite.network.RmsNorm;
import dev.neurite.network.Scale;
import dev.neurite.network.Softmax;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Shape;
import dev.neurite.program.Program;
import dev.neurite.textbook.Property.Draws;
import java.util.ArrayList;
import java.util.List;

/// Drawn networks that hold every kind of layer, in drawn orders, with smooth activations.
final class LayerCase {
    private static final List<Activation> SMOOTH = List.of(
            Activation.softplus(),
            Activation.tanh(),
            Activation.sigmoid(),
            Activation.silu(),
            Activation.gelu(),
            Activation.custom(
                    "softsign", z -> z / (1 + Math.abs(z)), z -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)))));

    private LayerCase() {}

    /// A network of every kind of layer with a start at which no two numbers of a parameter are the same.
    static RandomCase draw(Draws draws, int maxWidth, int maxRows) {
        int inputs = draws.between(2, maxWidth);
        int outputs = draws.between(2, 6);
        Network network = network(draws, inputs, outputs, maxWidth);
        int rows = draws.between(3, maxRows);
        Loss loss = draws.chance(0.5) ? Loss.meanSquaredError() : Loss.softmaxCrossEntropy();
        double[][] targets = new double[rows][];
        for (int r = 0; r < rows; r++) {
            targets[r] = loss.targets(outputs) == 1
                    ? new double[] {draws.between(0, outputs - 1)}
                    : draws.normals(1, outputs)[0];
        }
        Batch batch = Batch.of(draws.normals(rows, inputs), targets);
        return new RandomCase(network, loss, start(draws, network), batch, draws.seed(), draws.between(0, 1000));
    }

    private static Network network(Draws draws, int inputs, int outputs, int maxWidth) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : shuffled(draws, every(draws))) {
            if (draws.chance(0.4)) {
                layers.add(Dense.of(draws.between(2, maxWidth), draws.oneOf(SMOOTH)));
            }
            layers.add(layer);
        }
        layers.add(Dense.linear(outputs));
        return new Network(Shape.of(inputs), layers);
    }

    /// Every kind of layer that keeps the number of numbers; the sizes of dense layers in a block are those
    /// around it.
    private static List<Layer> every(Draws draws) {
        Activation f = draws.oneOf(SMOOTH);
        Layer inner =
                draws.oneOf(List.of(new Dropout(0.2), BatchNorm.standard(), LayerNorm.standard(), new Scale(0.7)));
        return List.of(
                new ActivationLayer(f),
                AdaptiveActivation.of(draws.oneOf(SMOOTH)),
                Prelu.standard(),
                Scale.standard(),
                new Softmax(),
                new Dropout(0.3),
                new AlphaDropout(0.2),
                new GaussianNoise(0.1),
                BatchNorm.standard(),
                LayerNorm.standard(),
                RmsNorm.standard(),
                Residual.of(
                        inner,
                        new ActivationLayer(draws.oneOf(SMOOTH)),
                        Residual.of(new GaussianNoise(0.2), new AlphaDropout(0.1), RmsNorm.standard())));
    }

    private static List<Layer> shuffled(Draws draws, List<Layer> layers) {
        List<Layer> shuffled = new ArrayList<>();
        for (int i : draws.seed().permutation(layers.size())) {
            shuffled.add(layers.get(i));
        }
        return shuffled;
    }

    private static Parameters start(Draws draws, Network network) {
        Program program = Program.forTraining(network, 1);
        float[] numbers = program.initialize(draws.seed()).toVector();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += (float) draws.uniform(-0.2, 0.2);
        }
        return Parameters.ofVector(program.layout(), numbers);
    }
}
