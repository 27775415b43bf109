package dev.neurite.cli;

import dev.neurite.network.Network;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.TableTrainer;
import dev.neurite.train.Divergence;
import dev.neurite.train.End;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingListener;
import dev.neurite.train.TrainingResult;

/// Trains: data, network, training, model file, result, straight down.
final class TrainRun {
    private final TrainPlan plan;
    private final Console console;
    private final long began = System.nanoTime();

    TrainRun(TrainPlan plan, Console console) {
        this.plan = plan;
        this.console = console;
    }

    /// Does it all.
    ///
    /// @return the exit code
    int run() {
        Table table = Tables.read(plan.data().file());
        TableTrainer tables = plan.network()
                .in(plan.data().trainer())
                .withRecipe(usual ->
                        plan.recipe().trainer(usual).withSeed(plan.data().seed()));
        PreparedTable data = tables.prepare(table);
        plan.network().checkSize(data);
        Network network = tables.network(data);
        Trainer trainer = tables.trainer(data.target().task());
        try (Interruption interruption = new Interruption(console)) {
            if (!plan.json()) {
                console.print(new TrainHeader(plan, tables, data, network, trainer).lines());
            }
            return train(data, network, trainer, interruption);
        }
    }

    private int train(PreparedTable data, Network network, Trainer trainer, Interruption interruption) {
        Trainer heard = plan.quiet() ? trainer : trainer.withListener(progress(data.metricUnit()));
        TrainingResult result =
                heard.fit(network, data.trainingData(), data.validationData().orElse(null), interruption.stop());
        result.divergence().ifPresent(divergence -> refuse(divergence, trainer.learningRate()));
        if (result.end() == End.INTERRUPTED && result.bestEpoch() == 0) {
            console.say("Stopped by a signal before any epoch was evaluated; no model was written.");
            return ExitCode.INTERRUPTED;
        }
        TableModel model = new TableModel(data.preprocessing(), result.model(), data.target());
        ModelFiles.write(model, plan.model());
        Trained trained = new Trained(plan, data, result, Measurement.of(model, data.test()), seconds());
        if (plan.json()) {
            console.print(Json.text(trained.values()));
        } else {
            console.print(trained.lines());
        }
        return interruption.happened() ? stopped(result) : ExitCode.DONE;
    }

    private TrainingListener progress(double metricUnit) {
        return console.isTerminal() ? new ProgressBar(console, metricUnit) : new ProgressLines(console, metricUnit);
    }

    private void refuse(Divergence divergence, double learningRate) {
        throw CommandFailure.running(
                ("Training diverged at step %d (epoch %d) in %s: the loss became %s; no model was written."
                                + " Try a smaller --learning-rate, such as %s (it was %s).")
                        .formatted(
                                divergence.step(),
                                divergence.epoch(),
                                divergence.place(),
                                divergence.loss(),
                                Numbers.plain(Math.min(learningRate / 10, 0.001)),
                                Numbers.plain(learningRate)));
    }

    private int stopped(TrainingResult result) {
        int epochs = result.history().size();
        console.say("Stopped by a signal after %s; the model of the best epoch, %d, is in %s."
                .formatted(Numbers.of(epochs, "epoch"), result.bestEpoch(), plan.model()));
        return ExitCode.INTERRUPTED;
    }

    private double seconds() {
        return (System.nanoTime() - began) * 1e-9;
    }
}
