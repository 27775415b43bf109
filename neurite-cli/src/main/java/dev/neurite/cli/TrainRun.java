package dev.neurite.cli;

import dev.neurite.table.PreparedTable;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.TableTrainer;
import dev.neurite.train.End;
import dev.neurite.train.StopSignal;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingEvent;
import dev.neurite.train.TrainingListener;
import dev.neurite.train.TrainingResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

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
        Learning learning = Learning.of(plan, table);
        TableTrainer tables = learning.tables();
        PreparedTable data = tables.prepare(table);
        plan.network().checkSize(data);
        plan.recipe().checkMetric(data.target());
        Trainer trainer = learning.trainer(data);
        plan.network().checkStart(tables.network(data));
        plan.network().checkBatch(tables.network(data), trainer, data);
        StopSignal stop = interruption.training();
        if (!plan.json()) {
            console.print(new TrainHeader(plan, tables, data, trainer).lines());
        }
        return train(learning, data, trainer, stop);
    }

    private int train(Learning learning, PreparedTable data, Trainer trainer, StopSignal stop) {
        AtomicInteger stepsPerEpoch = new AtomicInteger(1);
        Trainer heard = (plan.quiet() ? trainer : trainer.withListener(progress())).withListener(event -> {
            if (event instanceof TrainingEvent.Started started) {
                stepsPerEpoch.set(started.stepsPerEpoch());
            }
        });
        long started = System.nanoTime();
        TrainingResult result = fit(learning, data, heard, stop);
        double trainingSeconds = secondsSince(started);
        interruption.finishing();
        boolean interrupted = result.end() == End.INTERRUPTED;
        String step = interrupted ? lastStep(result, stepsPerEpoch.get()) : "";
        if (interrupted && result.bestEpoch() == 0) {
            console.say("Stopped by a signal after %s, before any epoch was evaluated; no model was written."
                    .formatted(step));
            return ExitCode.INTERRUPTED;
        }
        TableModel model = new TableModel(data.preprocessing(), result.model(), data.target());
        ModelFiles.write(model, plan.model());
        Optional<DiagnosisReport> diagnosis = plan.watch().diagnosis(result.model(), trainer, data);
        Measurement measured = Measurement.of(model, data.test(), plan.recipe().metrics());
        Trained trained = new Trained(plan, data, result, measured, diagnosis, trainingSeconds, secondsSince(began));
        if (plan.json()) {
            console.print(Json.text(trained.values()));
        } else {
            console.print(trained.lines());
            diagnosis.ifPresent(this::say);
        }
        if (!interrupted) {
            return ExitCode.DONE;
        }
        console.say("Stopped by a signal after %s; the model of the best epoch, %d, is in %s; %s %d gives it again."
                .formatted(
                        step, result.bestEpoch(), plan.model(), plan.optimizer().stepsOption(), result.steps()));
        return ExitCode.INTERRUPTED;
    }

    private TrainingResult fit(Learning learning, PreparedTable data, Trainer trainer, StopSignal stop) {
        TrainingResult result;
        try (TrainingLog log = plan.watch().open()) {
            result = learning.train(data, plan.watch().in(trainer).withListener(log), stop);
        }
        if (result.end() == End.DIVERGED) {
            result.diagnosis()
                    .map(found -> new DiagnosisReport("the network that diverged", found))
                    .ifPresent(this::say);
        }
        learning.refuseDiverged(result, trainer);
        return result;
    }

    private void say(DiagnosisReport report) {
        report.lines().forEach(console::say);
    }

    /// `step 1,234 (epoch 17)`
    private static String lastStep(TrainingResult result, int stepsPerEpoch) {
        return "step %s (epoch %d)"
                .formatted(Numbers.count(result.steps()), Math.ceilDiv(result.steps(), stepsPerEpoch));
    }

    private TrainingListener progress() {
        return console.isTerminal() ? new ProgressBar(console) : new ProgressLines(console);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) * 1e-9;
    }
}
