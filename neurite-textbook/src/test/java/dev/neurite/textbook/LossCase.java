package dev.neurite.textbook;

import dev.neurite.loss.CategoricalCrossEntropy;
import dev.neurite.loss.Gaussian;
import dev.neurite.loss.Hinge;
import dev.neurite.loss.KullbackLeibler;
import dev.neurite.loss.Loss;
import dev.neurite.loss.MeanSquaredError;
import dev.neurite.loss.NegativeLogLikelihood;
import dev.neurite.loss.Outputs;
import dev.neurite.loss.Poisson;
import dev.neurite.loss.Quantile;
import dev.neurite.loss.SigmoidCrossEntropy;
import dev.neurite.loss.SigmoidFocal;
import dev.neurite.loss.SoftTargetCrossEntropy;
import dev.neurite.loss.SoftmaxCrossEntropy;
import dev.neurite.loss.SoftmaxFocal;
import dev.neurite.textbook.Property.Draws;
import java.util.Arrays;
import java.util.List;

/// Losses with what they are about.
final class LossCase {
    /// Every loss, with several constants.
    static final List<Loss> ALL = List.of(
            Loss.softmaxCrossEntropy(),
            new SoftmaxCrossEntropy(0.1),
            Loss.softTargetCrossEntropy(),
            new SoftTargetCrossEntropy(0.3),
            Loss.kullbackLeibler(),
            Loss.softmaxFocal(),
            new SoftmaxFocal(0),
            new SoftmaxFocal(0.5),
            Loss.sigmoidCrossEntropy(),
            new SigmoidCrossEntropy(0.2, List.of(0.5, 2.0, 10.0, 1.0, 1.5, 3.0)),
            Loss.sigmoidFocal(),
            new SigmoidFocal(0.5, 0.7),
            Loss.hinge(),
            new Hinge(0.3),
            Loss.negativeLogLikelihood(),
            Loss.categoricalCrossEntropy(),
            Loss.meanSquaredError(),
            new MeanSquaredError(true),
            Loss.meanAbsoluteError(),
            Loss.huber(0.7),
            Loss.smoothL1(0.4),
            Loss.logCosh(),
            Loss.quantile(0.9),
            Loss.quantile(0.1, 0.5, 0.9),
            Loss.poisson(),
            Loss.gaussian());

    private LossCase() {}

    /// A number of outputs that the loss can have.
    static int outputs(Draws draws, Loss loss) {
        return switch (loss) {
            case SigmoidCrossEntropy weighted
            when !weighted.positiveWeights().isEmpty() ->
                weighted.positiveWeights().size();
            case Quantile quantile -> quantile.quantiles().size() * draws.between(1, 10);
            case Gaussian() -> 2 * draws.between(1, 10);
            default -> draws.between(1, 30);
        };
    }

    /// Outputs of a network: normal numbers times `magnitude`, or their softmax where the loss wants probabilities.
    static double[][] predictions(Draws draws, Loss loss, int rows, int outputs, double magnitude) {
        double[][] z = draws.normals(rows, outputs);
        for (double[] row : z) {
            Arrays.setAll(row, j -> row[j] * (loss instanceof Poisson ? Math.min(magnitude, 10) : magnitude));
            if (loss.outputs() == Outputs.PROBABILITIES) {
                double[] p = OutputFunction.softmax().value(row);
                // below 2⁻¹⁰⁰ the engine counts them as 2⁻¹⁰⁰, the textbook as they are
                Arrays.setAll(row, j -> Math.max(p[j], 0x1p-90));
            }
            Arrays.setAll(row, j -> (float) row[j]);
        }
        return z;
    }

    static double[][] targets(Draws draws, Loss loss, int rows, int outputs) {
        double[][] targets = new double[rows][];
        Arrays.setAll(targets, r -> target(draws, loss, outputs));
        return targets;
    }

    private static double[] target(Draws draws, Loss loss, int outputs) {
        double[] target = new double[loss.targets(outputs)];
        switch (loss) {
            case SoftmaxCrossEntropy ignored -> target[0] = draws.between(0, outputs - 1);
            case SoftmaxFocal ignored -> target[0] = draws.between(0, outputs - 1);
            case Hinge ignored -> target[0] = draws.between(0, outputs - 1);
            case NegativeLogLikelihood() -> target[0] = draws.between(0, outputs - 1);
            case SigmoidCrossEntropy ignored -> Arrays.setAll(target, j -> probability(draws));
            case SigmoidFocal ignored -> Arrays.setAll(target, j -> probability(draws));
            case Poisson() -> Arrays.setAll(target, j -> draws.between(0, 9));
            case SoftTargetCrossEntropy ignored -> setDistribution(draws, target);
            case KullbackLeibler() -> setDistribution(draws, target);
            case CategoricalCrossEntropy() -> setDistribution(draws, target);
            default -> Arrays.setAll(target, j -> draws.normal());
        }
        return target;
    }

    private static double probability(Draws draws) {
        return draws.chance(0.5) ? draws.between(0, 1) : (float) draws.uniform(0, 1);
    }

    /// A class as one-hot row, or any probabilities.
    private static void setDistribution(Draws draws, double[] target) {
        if (draws.chance(0.3)) {
            target[draws.between(0, target.length - 1)] = 1;
            return;
        }
        double[] p = OutputFunction.softmax().value(draws.normals(1, target.length)[0]);
        Arrays.setAll(target, j -> (float) p[j]);
    }
}
