package dev.neurite.train;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.model.Model;
import dev.neurite.network.EveryLayer;
import dev.neurite.network.Network;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.RmsProp;
import dev.neurite.optimize.Sgd;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Trains a network of dense layers, then one of every kind of layer with every optimizer and with other settings, then
/// one by L-BFGS, and prints for each the hash of its parameters and of some predictions, a line each; a test runs it
/// in JVMs of its own and compares.
public final class BitsMain {
    private static final int INPUTS = 1000;
    private static final int BATCH = 257;
    private static final Dataset DATA = Problems.random(4 * BATCH + 100, INPUTS, 3, Seed.of(5));
    private static final int STEPS = 300;
    private static final int STEPS_OF_EACH_OPTIMIZER = 6;
    private static final List<UnaryOperator<Trainer>> SETTINGS = List.of(
            trainer -> trainer.withOptimizer(Sgd.plain().withMomentum(0.9).withWeightDecay(0.01)),
            trainer -> trainer.withOptimizer(Sgd.plain().withMomentum(0.9).withNesterov()),
            trainer -> trainer.withOptimizer(
                    RmsProp.standard().withCentering().withMomentum(0.9).withWeightDecay(0.01)),
            trainer -> trainer.withOptimizer(Adam.adamW()).withAverage(Average.exponential(0.9)),
            trainer ->
                    trainer.withTransforms(GradientTransform.clipByNorm(0.1), GradientTransform.clipByGlobalNorm(0.05)),
            trainer -> trainer.withAccumulation(2));

    /// Lines that it prints.
    static final int LINES = 1 + Optimizer.builtIn().size() + SETTINGS.size() + 1;

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
        for (int i = 0; i < SETTINGS.size(); i++) {
            String hashes = hashes(every, SETTINGS.get(i).apply(trainer), STEPS_OF_EACH_OPTIMIZER);
            System.out.println("every layer, setting " + i + ": " + hashes);
        }
        Network small = Network.dense(INPUTS, List.of(40), Activation.gelu(), 0, 3);
        Trainer brief = trainer.withEpochs(STEPS_OF_EACH_OPTIMIZER);
        System.out.println(
                "L-BFGS: " + hashes(Lbfgs.standard().fit(brief, small, DATA).model(), trainer.threads()));
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
                    network, training.state().average(), trainer.loss().link());
            return hashes(model, trainer.threads());
        }
    }

    private static String hashes(Model model, int threads) {
        float[] inputs = new float[300 * INPUTS];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) Seed.of(6).uniform(i);
        }
        float[] outputs = new float[300 * 3];
        model.predictor(threads).predict(inputs, 300, outputs);
        return Integer.toHexString(model.parameters().hashCode()) + " " + Integer.toHexString(Arrays.hashCode(outputs));
    }
}
