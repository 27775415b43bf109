package dev.neurite.table;

import dev.neurite.loss.Gaussian;
import dev.neurite.loss.Hinge;
import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.loss.Outputs;
import dev.neurite.loss.Quantile;
import java.util.List;

/// What a loss says about the target it is for.
final class TargetLoss {
    private TargetLoss() {}

    /// The loss that suits a target where none is asked for.
    ///
    /// @param several whether there are several targets
    static Loss usual(Task task, boolean several) {
        if (task == Task.REGRESSION) {
            return Loss.meanSquaredError();
        }
        return several ? Loss.sigmoidCrossEntropy() : Loss.softmaxCrossEntropy();
    }

    /// The loss that a model goes on with where none is asked for.
    static Loss usual(TableModel model) {
        return switch (model.target().singles().getFirst()) {
            case Target.Classification ignored -> Loss.softmaxCrossEntropy();
            case Target.YesNo ignored -> Loss.sigmoidCrossEntropy();
            case Target.Regression number ->
                switch (number.estimate()) {
                    case Estimate.Quantiles quantiles -> new Quantile(quantiles.levels());
                    case Estimate.MeanAndVariance ignored -> Loss.gaussian();
                    case Estimate.Value ignored ->
                        model.model().link() == Link.EXP ? Loss.poisson() : Loss.meanSquaredError();
                };
        };
    }

    /// Refuses a loss that takes the outputs of a model for something else.
    static void requireFits(Loss loss, TableModel model) {
        boolean sameEstimate = !(model.target().singles().getFirst() instanceof Target.Regression number)
                || number.estimate().equals(estimate(loss));
        if (loss.link() != model.model().link() || !sameEstimate) {
            List<String> columns = model.target().columns();
            throw new DataFormatException(
                    "The loss %s does not fit the model to go on with, whose outputs for column %s mean something else."
                            .formatted(loss.name(), Quoted.texts(columns, columns.size())));
        }
    }

    /// Whether it is a loss of labels or of numbers.
    static Task task(Loss loss) {
        return switch (loss.link()) {
            case SOFTMAX, SIGMOID -> Task.CLASSIFICATION;
            case IDENTITY, EXP, GAUSSIAN -> Task.REGRESSION;
        };
    }

    /// Refuses a loss that no target in a table has the form for: labels are not given as probabilities, a model
    /// has no softmax layer, and margins are no probabilities.
    static Loss requireUsable(Loss loss) {
        boolean softTargets = loss.link() == Link.SOFTMAX && loss.targets(2) != 1;
        if (softTargets || loss.outputs() == Outputs.PROBABILITIES || loss instanceof Hinge) {
            throw new IllegalArgumentException("TableTrainer.loss must be one of labels that gives their probabilities,"
                    + " or one of numbers, got " + loss.name());
        }
        return loss;
    }

    /// Whether each label is yes or no, with one output.
    static boolean isYesNo(Loss loss) {
        return loss.link() == Link.SIGMOID;
    }

    /// Whether numbers are standardised; counts, whose logarithm is learned, are not.
    static boolean isStandardized(Loss loss) {
        return loss.link() != Link.EXP;
    }

    /// What a network that learns by it says about a number.
    static Estimate estimate(Loss loss) {
        return switch (loss) {
            case Quantile quantile -> new Estimate.Quantiles(quantile.quantiles());
            case Gaussian ignored -> new Estimate.MeanAndVariance();
            default -> Estimate.value();
        };
    }
}
