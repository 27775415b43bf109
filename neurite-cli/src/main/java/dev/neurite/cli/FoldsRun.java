package dev.neurite.cli;

import dev.neurite.table.FoldedTable;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.train.End;
import dev.neurite.train.StopSignal;
import dev.neurite.train.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// `train --folds`: cross-validation, and after it, where a file was named, a model that learns from all rows.
final class FoldsRun {
    private final TrainPlan plan;
    private final Console console;
    private final Interruption interruption;
    private final long began = System.nanoTime();

    FoldsRun(TrainPlan plan, Console console, Interruption interruption) {
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
        FoldedTable folds = learning.tables().folds(table, plan.data().folds());
        PreparedTable all = learning.tables().prepare(table);
        plan.network().checkSize(all);
        plan.network().checkBatch(learning.tables().network(all), learning.trainer(all), all);
        plan.recipe().checkMetric(all.target());
        if (plan.recipe().metrics().length > 0) { // which may refuse rows of any fold, before the first is learned
            IntStream.range(0, folds.count()).forEach(fold -> learning.trainer(folds.prepare(fold)));
        }
        StopSignal stop = interruption.training();
        if (!plan.json()) {
            console.print(new TrainHeader(plan, learning.tables(), all, learning.trainer(all)).lines());
        }
        SharedTime time = new SharedTime(folds.count() + (plan.writesModel() ? 1 : 0), System::nanoTime);
        List<FoldsReport.Fold> measured = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            PreparedTable data = folds.prepare(fold);
            TrainingResult result = learning.fit(data, time.next(learning.trainer(data)), stop);
            if (result.end() == End.INTERRUPTED) {
                return interrupted("fold %d of %d".formatted(fold + 1, folds.count()));
            }
            measured.add(FoldsReport.Fold.of(data, result, plan.recipe().metrics()));
            if (!plan.quiet()) {
                console.say("fold %d/%d  %s"
                        .formatted(fold + 1, folds.count(), measured.getLast().text()));
            }
        }
        return plan.writesModel() ? write(learning, all, measured, time, stop) : done(all, measured, false);
    }

    private int write(
            Learning learning, PreparedTable all, List<FoldsReport.Fold> measured, SharedTime time, StopSignal stop) {
        TrainingResult result = learning.fit(all, time.next(learning.trainer(all)), stop);
        interruption.finishing();
        if (result.end() == End.INTERRUPTED) {
            return interrupted("the training on all rows");
        }
        ModelFiles.write(new TableModel(all.preprocessing(), result.model(), all.target()), plan.model());
        return done(all, measured, true);
    }

    private int interrupted(String where) {
        console.say("Stopped by a signal in " + where + "; no model was written.");
        return ExitCode.INTERRUPTED;
    }

    private int done(PreparedTable all, List<FoldsReport.Fold> measured, boolean written) {
        FoldsReport report = new FoldsReport(plan, all, measured, written, (System.nanoTime() - began) * 1e-9);
        if (plan.json()) {
            console.print(Json.text(report.values()));
        } else {
            console.print(report.lines());
        }
        return ExitCode.DONE;
    }
}
