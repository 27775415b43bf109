package dev.neurite.cli;

import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.program.Program;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.Note;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.Table;
import dev.neurite.table.TableTrainer;
import dev.neurite.table.TargetColumn;
import dev.neurite.table.Task;
import dev.neurite.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What `train` says before it begins: what was read, what is learned and why, by what network.
record TrainHeader(TrainPlan plan, TableTrainer tables, PreparedTable data, Network network, Trainer trainer) {
    private static final int WIDEST_LABELS = 60;

    List<String> lines() {
        Table table = data.training().table();
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s, %s"
                .formatted(
                        plan.data().file(),
                        Numbers.of(table.rows(), "row"),
                        Numbers.of(table.columns().size(), "column")));
        lines.addAll(ColumnSummary.of(table, data.preprocessing(), tables.target(), tables.excluded()));
        lines.addAll(notes(data.notes()));
        lines.add(task());
        lines.add(rows());
        lines.add(networkLine());
        lines.add("");
        return lines;
    }

    static List<String> notes(List<Note> notes) {
        return notes.stream().map(note -> "Note: " + note.sentence()).toList();
    }

    private String task() {
        boolean classification = data.target().task() == Task.CLASSIFICATION;
        Task other = classification ? Task.REGRESSION : Task.CLASSIFICATION;
        String labels = TextTable.shortened(String.join(", ", data.column().labels()), WIDEST_LABELS);
        String what = data.target().task().word() + " of \"" + data.target().column() + "\""
                + (classification ? " (" + data.column().labels().size() + " labels: " + labels + ")" : "");
        if (tables.task().isPresent()) {
            return "Task: " + what + ", as asked for";
        }
        String hint = allows(other) ? "; --task " + other.word() + " changes it" : "";
        return "Task: " + what + ", because " + data.column().reason() + hint;
    }

    private boolean allows(Task task) {
        try {
            TargetColumn.of(data.training().table(), tables.target(), task);
            return true;
        } catch (DataFormatException e) {
            return false; // texts are no numbers
        }
    }

    private String rows() {
        return "Rows: %s to learn from, %s for stopping, %s for the test (seed %d)"
                .formatted(
                        Numbers.count(data.training().size()),
                        Numbers.count(data.validation().size()),
                        Numbers.count(data.test().size()),
                        plan.data().seed());
    }

    private String networkLine() {
        String sizes = network.layers().stream()
                .filter(Dense.class::isInstance)
                .map(layer -> String.valueOf(((Dense) layer).units()))
                .collect(Collectors.joining(" → "));
        int parameters = Program.forPrediction(network, 1).layout().count();
        return "Network: %d → %s, %s, %s; %s, learning rate %s, batches of %d, at most %s"
                .formatted(
                        network.inputs(),
                        sizes,
                        tables.activation().name(),
                        Numbers.of(parameters, "parameter"),
                        trainer.optimizer().name(),
                        Numbers.plain(trainer.learningRate()),
                        trainer.batchSize(data.training().size()),
                        Numbers.of(trainer.epochs(), "epoch"));
    }
}
