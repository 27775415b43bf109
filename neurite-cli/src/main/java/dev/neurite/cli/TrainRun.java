package dev.neurite.cli;

import dev.neurite.network.Network;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.TableTrainer;
import dev.neurite.train.Divergence;
import dev.neurite.train.End;
import dev.neurite.train.StopSignal;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingListener;
import dev.neurite.train.TrainingResult;

/// Trains: data, network, training, model file, result, straight down.
final class TrainRun {
    private final TrainPlan plan;
    private final Console console;
    private final Interruption interruption;
    private final long began = System.nanoTime();

    TrainRun(TrainPlan plan, Console console, Interruption interruption) {
        this.plan = plan;
        this.console = console;
        this.interruption = interruption;
    }

    /// Does it all.
    ///
    /// @return the exit code
    int run() {
        Table table = plan.data().table();
        TableTrainer tables = plan.network()
                .in(plan.data().trainer())
                .withRecipe(usual ->
                        plan.recipe().trainer(usual).withSeed(plan.data().seed()));
        PreparedTable data = tables.prepare(table);
        plan.network().checkSize(data);
        Network network = tables.network(data);
        Trainer trainer = tables.trainer(data.target().task());
        StopSignal stop = interruption.training();
        if (!plan.json()) {
            console.print(new TrainHeader(plan, tables, data, network, trainer).lines());
        }
        return train(data, network, trainer, stop);
    }

    private int train(PreparedTable data, Network network, Trainer trainer, StopSignal stop) {
        MetricUnits units = MetricUnits.of(trainer.metrics(), data.metricUnit());
        Trainer heard = plan.quiet() ? trainer : trainer.withListener(progress(units));
        TrainingResult result =
                heard.fit(network, data.trainingData(), data.validationData().orElse(null), stop);
        interruption.finishing();
        result.divergence().ifPresent(divergence -> refuse(divergence, trainer.learningRate()));
        boolean interrupted = result.end() == End.INTERRUPTED;
        String step = interrupted ? lastStep(data, trainer, result) : "";
        if (interrupted && result.bestEpoch() == 0) {
            console.say("Stopped by a signal after %s, before any epoch was evaluated; no model was written."
                    .formatted(step));
            return ExitCode.INTERRUPTED;
        }
        TableModel model = new TableModel(data.preprocessing(), result.model(), data.target());
        ModelFiles.write(model, plan.model());
        Trained trained = new Trained(plan, data, result, units, Measurement.of(model, data.test()), seconds());
        if (plan.json()) {
            console.print(Json.text(trained.values()));
        } else {
            console.print(trained.lines());
        }
        if (!interrupted) {
            return ExitCode.DONE;
        }
        console.say(
                "Stopped by a signal after %s; the model of the best epoch, %d, is in %s; --steps %d gives it again."
                        .formatted(step, result.bestEpoch(), plan.model(), result.steps()));
        return ExitCode.INTERRUPTED;
    }

    /// `step 1,234 (epoch 17)`
    private static String lastStep(PreparedTable data, Trainer trainer, TrainingResult result) {
        int rows = data.training().size();
        int stepsPerEpoch = Math.ceilDiv(rows, trainer.batchSize(rows));
        return "step %s (epoch %d)"
                .formatted(Numbers.count(result.steps()), Math.ceilDiv(result.steps(), stepsPerEpoch));
    }

    private TrainingListener progress(MetricUnits units) {
        return console.isTerminal() ? new ProgressBar(console, units) : new ProgressLines(console, units);
    }

    private void refuse(Divergence divergence, double learningRate) {
        throw CommandFailure.running(
                ("Training diverged at step %d (epoch %d) in %s: the loss became %s; no model was written."
                                + " Try a smaller --learning-rate, such as %s (it was %s).")
                        .formatted(
                                divergence.step(),
                                divergence.epoch(),
                                divergence.place(),
                                Numbers.text(divergence.loss()),
                                Numbers.plain(Math.min(learningRate / 10, 0.001)),
                                Numbers.plain(learningRate)));
    }

    private double seconds() {
        return (System.nanoTime() - began) * 1e-9;
    }
}
