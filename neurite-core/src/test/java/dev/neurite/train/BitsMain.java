package dev.neurite.train;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.model.Model;
import dev.neurite.network.EveryLayer;
import dev.neurite.network.Network;
import dev.neurite.optimize.Optimizer;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;

/// Trains a network of dense layers, then one of every kind of layer with every optimizer, and prints for each the hash
/// of its parameters and of some predictions, a line each; a test runs it in JVMs of its own and compares.
public final class BitsMain {
    private static final int INPUTS = 1000;
    private static final int BATCH = 257;
    private static final Dataset DATA = Problems.random(4 * BATCH + 100, INPUTS, 3, Seed.of(5));
    private static final int STEPS = 300;
    private static final int STEPS_OF_EACH_OPTIMIZER = 6;

    private BitsMain() {}

    /// Argument: number of threads.
    public static void main(String[] arguments) {
        Trainer trainer = Trainer.forClassification().withBatchSize(BATCH).withThreads(Integer.parseInt(arguments[0]));
        Network dense = Network.dense(INPUTS, List.of(517, 130), Activation.gelu(), 0.3, 3);
        System.out.println("dense layers: " + hashes(dense, trainer, STEPS));
        Network every = EveryLayer.network(INPUTS, 130, 3);
        for (Optimizer optimizer : Optimizer.builtIn()) {
            String hashes = hashes(every, trainer.withOptimizer(optimizer), STEPS_OF_EACH_OPTIMIZER);
            System.out.println("every layer, " + optimizer + ": " + hashes);
        }
    }

    private static String hashes(Network network, Trainer trainer, int steps) {
        try (Training training = new Training(trainer, network, DATA)) {
            for (int step = 0; step < steps; step++) {
                if (step % training.stepsPerEpoch() == 0) {
                    training.startEpoch(step / training.stepsPerEpoch());
                }
                if (!Double.isFinite(training.step())) {
                    throw new IllegalStateException("the loss of step " + step + " is not finite");
                }
            }
            Model model = new Model(
                    network, training.state().current(), trainer.loss().link());
            float[] inputs = new float[300 * INPUTS];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = (float) Seed.of(6).uniform(i);
            }
            float[] outputs = new float[300 * 3];
            model.predictor(trainer.threads()).predict(inputs, 300, outputs);
            return Integer.toHexString(model.parameters().hashCode()) + " "
                    + Integer.toHexString(Arrays.hashCode(outputs));
        }
    }
}
