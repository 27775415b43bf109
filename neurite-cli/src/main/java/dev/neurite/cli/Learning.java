package dev.neurite.cli;

import dev.neurite.metric.Metric;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.Table;
import dev.neurite.table.TableTrainer;
import dev.neurite.train.Divergence;
import dev.neurite.train.StopSignal;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingResult;

/// How `train` learns from a table, by its options.
///
/// @param plan the options
/// @param tables what they make of the table
record Learning(TrainPlan plan, TableTrainer tables) {
    /// Puts the options together.
    static Learning of(TrainPlan plan, Table table) {
        TableTrainer tables = plan.network()
                .in(plan.data().trainer(table))
                .withLabelWeights(plan.loss().labelWeights())
                .withRecipe(usual -> plan.optimizer()
                        .trainer(plan.recipe().trainer(usual))
                        .withSeed(plan.data().seed()));
        if (plan.network().from().isEmpty()) {
            new TargetCheck(plan.loss(), plan.data().task(), table)
                    .require(tables.roles().targets());
        }
        boolean several = tables.roles().targets().size() > 1;
        return new Learning(
                plan, plan.loss().loss(several).map(tables::withLoss).orElse(tables));
    }

    /// The recipe for a prepared table.
    ///
    /// @throws DataFormatException if a row for stopping or for the test holds what the metric cannot take
    Trainer trainer(PreparedTable data) {
        Trainer trainer = tables.trainer(data);
        for (Metric metric : plan.recipe().metrics()) {
            data.test().requireDomain(metric);
        }
        return plan.optimizer().wantsAllRows() && plan.recipe().batchSize().isEmpty()
                ? trainer.withBatchSize(data.training().size())
                : trainer;
    }

    /// Trains on a prepared table.
    ///
    /// @throws CommandFailure if the training diverged
    TrainingResult fit(PreparedTable data, Trainer trainer, StopSignal stop) {
        TrainingResult result = train(data, trainer, stop);
        refuseDiverged(result, trainer);
        return result;
    }

    /// Trains on a prepared table, whatever comes of it.
    TrainingResult train(PreparedTable data, Trainer trainer, StopSignal stop) {
        return plan.optimizer()
                .lbfgs()
                .map(lbfgs -> tables.train(data, trainer, lbfgs, stop))
                .orElseGet(() -> tables.train(data, trainer, stop));
    }

    /// Refuses the result of a training that diverged.
    ///
    /// @throws CommandFailure if it did
    void refuseDiverged(TrainingResult result, Trainer trainer) {
        result.divergence().ifPresent(divergence -> refuse(divergence, advice(trainer.learningRate())));
    }

    /// L-BFGS has no learning rate.
    private String advice(double learningRate) {
        return plan.optimizer().lbfgs().isPresent()
                ? ""
                : " Try a smaller --learning-rate, such as %s (it was %s)."
                        .formatted(Numbers.plain(Math.min(learningRate / 10, 0.001)), Numbers.plain(learningRate));
    }

    private static void refuse(Divergence divergence, String advice) {
        throw CommandFailure.running(
                "Training diverged at step %d (epoch %d) in %s: the loss became %s; no model was written.%s"
                        .formatted(
                                divergence.step(),
                                divergence.epoch(),
                                divergence.place(),
                                Double.isNaN(divergence.loss()) ? "NaN" : Numbers.text(divergence.loss()),
                                advice));
    }
}
