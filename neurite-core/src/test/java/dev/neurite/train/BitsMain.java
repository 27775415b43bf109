package dev.neurite.train;

import dev.neurite.activation.Activation;
import dev.neurite.model.Model;
import dev.neurite.network.EveryLayer;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;

/// Trains two networks, one of every kind of layer, and prints the hashes of their parameters and of some predictions;
/// a test runs it in JVMs of its own and compares.
public final class BitsMain {
    private BitsMain() {}

    /// Arguments: number of threads, number of steps.
    public static void main(String[] arguments) {
        int threads = Integer.parseInt(arguments[0]);
        int steps = Integer.parseInt(arguments[1]);
        Network dense = Network.dense(1000, List.of(517, 130), Activation.gelu(), 0.3, 3);
        System.out.println(hashes(dense, threads, steps) + " " + hashes(EveryLayer.network(1000, 130, 3), threads, 40));
    }

    private static String hashes(Network network, int threads, int steps) {
        Trainer trainer = Trainer.forClassification().withBatchSize(257).withThreads(threads);
        int rows = 257 * 4 + 100;
        try (Training training = new Training(trainer, network, Problems.random(rows, 1000, 3, Seed.of(5)))) {
            for (int step = 0; step < steps; step++) {
                if (step % training.stepsPerEpoch() == 0) {
                    training.startEpoch(step / training.stepsPerEpoch());
                }
                training.step();
            }
            Model model = new Model(
                    network, training.state().current(), trainer.loss().link());
            float[] inputs = new float[300 * 1000];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = (float) Seed.of(6).uniform(i);
            }
            float[] outputs = new float[300 * 3];
            model.predictor(threads).predict(inputs, 300, outputs);
            return Integer.toHexString(model.parameters().hashCode()) + " "
                    + Integer.toHexString(Arrays.hashCode(outputs));
        }
    }
}
