package dev.neurite.report;

import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.List;

/// Models whose regions are known: linear ones.
final class Planes {
    private static final Link SOFTMAX = Loss.softmaxCrossEntropy().link();

    private Planes() {}

    /// Class k has the logit `x₁·weights[k] + x₂·weights[classes + k]`.
    static Model model(int classes, double... weights) {
        Initializer given = (seed, index, fanIn, fanOut) -> weights[(int) index];
        Network network = Network.of(2, Dense.linear(classes).withStart(given, Initializer.zeros()));
        return new Model(network, Program.forPrediction(network, 1).initialize(Seed.DEFAULT), SOFTMAX);
    }

    /// Class 0 where `x₁ < x₂`, class 1 elsewhere.
    static DecisionChart chart() {
        float[][] points = {{-1, 0}, {-0.5f, 0.5f}, {1, 0}, {0.5f, -0.5f}, {-1, 1}, {1, -1}};
        int[] classes = {0, 0, 1, 1, 0, 1};
        return DecisionChart.of(
                "Planes",
                List.of("x₁ (cm)", "x₂ (cm)"),
                List.of("left", "right"),
                points,
                classes,
                model(2, -1, 1, 1, -1));
    }
}
